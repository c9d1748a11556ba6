import type { Wording } from '../../i18n/translator.ts';
import type { PairRef } from '../../search/result.ts';
import { type MessageBody, row, select } from './message.ts';

export const reasons = ['other', 'hard', 'wrong', 'old'] as const;
export type Reason = (typeof reasons)[number];

/** Asks why an answer did not help. */
export function reasonSelect({ pack, pair }: PairRef, { t }: Wording): MessageBody {
  const options = reasons.map((reason) => ({ label: t(`feedback.${reason}`), value: reason }));
  return {
    content: t('feedback.why'),
    components: [row(select({ name: 'why|pick', pack, pair }, t('feedback.placeholder'), options))],
  };
}

export function feedbackThanks({ t }: Wording): MessageBody {
  return { content: t('feedback.thanks') };
}
