import type { Pack } from './schema.ts';

/** What an imported pack says where only a person knows better; shown to members like any other text until then. */
export const placeholders = {
  author: '(글쓴이를 적어 주세요)',
  licence: '(이용 조건을 적어 주세요)',
  source: '(원문의 출처를 적어 주세요)',
} as const;

/** The fields of a pack which still hold their placeholder. */
export function leftToFillIn(pack: Pack): string[] {
  return Object.entries(placeholders).flatMap(([field, placeholder]) =>
    pack[field as keyof typeof placeholders] === placeholder ? [field] : [],
  );
}
