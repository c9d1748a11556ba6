import { createInstance, type i18n, type Resource, type ResourceLanguage } from 'i18next';
import type { Language, Locales, UiKey } from './locales.ts';
import { koreanResources, type PackPath, type TranslatedPack } from './packTexts.ts';

/** The pairs of particles that depend on the word before them; in a text: `{{word}}{{word, 을/를}}`. */
export const particlePairs = ['은/는', '이/가', '을/를', '과/와', '으로/로'] as const;
export type ParticlePair = (typeof particlePairs)[number];
/** The particle alone: `('먹통', '은/는') → '은'`. */
export type Josa = (word: string, pair: ParticlePair) => string;

export type Variables = Readonly<Record<string, string | number>>;

export interface PackText {
  readonly text: string;
  /** False where the text has no translation and is shown in Korean. */
  readonly translated: boolean;
}

/** Everything that can be said in one language. It is chosen once, and handed down. */
export interface Wording {
  readonly language: Language;
  readonly t: (key: UiKey, variables?: Variables) => string;
  readonly packText: (pack: string, path: PackPath) => PackText;
}

export interface TranslatorOptions {
  readonly locales: Locales;
  readonly packs: readonly TranslatedPack[];
  readonly josa: Josa;
  /** Told of a key or a variable that is missing; the text is shown with a gap. */
  readonly onMissing: (key: string) => void;
}

/** The wording of each language. Texts of packs are shown as they are: braces in them mean nothing. */
export function createTranslator(options: TranslatorOptions): (language: Language) => Wording {
  const instance = createI18next(options);
  const wordings: Readonly<Record<Language, Wording>> = {
    ko: wordingOf(instance, 'ko'),
    en: wordingOf(instance, 'en'),
  };
  return (language) => wordings[language];
}

function createI18next({ locales, packs, josa, onMissing }: TranslatorOptions): i18n {
  const instance = createInstance({
    resources: {
      ko: resources(locales.ko, packs, koreanResources),
      en: resources(locales.en, packs, ({ english }) => english),
    },
    fallbackLng: 'ko',
    defaultNS: 'ui',
    initAsync: false,
    // Discord is no HTML: quotes would turn into entities. What members typed is escaped by the views.
    interpolation: { escapeValue: false },
    // Its first argument may already hold what a member typed, so only the variable's name is passed on.
    missingInterpolationHandler: (_text, [, variable]) => onMissing(`{{${variable}}}`),
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => onMissing(`${namespace}:${key}`),
  });
  void instance.init();
  for (const pair of particlePairs) {
    instance.services.formatter?.add(pair, (word) => josa(String(word), pair));
  }
  return instance;
}

function resources(
  own: { readonly ui: object },
  packs: readonly TranslatedPack[],
  textsOf: (pack: TranslatedPack) => object | null,
): Resource[string] {
  const ofPacks = packs.map((pack) => [namespaceOf(pack.id), textsOf(pack) ?? {}] as const);
  return Object.fromEntries<ResourceLanguage>([['ui', { ...own.ui }], ...ofPacks.map(copied)]);
}

function copied([namespace, texts]: readonly [string, object]): readonly [string, ResourceLanguage] {
  return [namespace, { ...texts }];
}

/** A pack may be called `ui`, too. */
function namespaceOf(pack: string): string {
  return `pack-${pack}`;
}

function wordingOf(instance: i18n, language: Language): Wording {
  const t = instance.getFixedT(language, 'ui');
  return {
    language,
    t: (key, variables = {}) => t(key, { ...variables }),
    packText: (pack, path) => {
      const found = instance.t(path.join('.'), {
        lng: language,
        ns: namespaceOf(pack),
        returnDetails: true,
        skipInterpolation: true,
        // Its key would say nothing to a member.
        defaultValue: '…',
      });
      return { text: String(found.res), translated: found.usedLng === language };
    },
  };
}
