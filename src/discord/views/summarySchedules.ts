import { ButtonStyle } from 'discord-api-types/v10';
import type { ScheduleList } from '../../flows/summary/listSchedules.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Rule, Schedule } from '../../summary/schedule.ts';
import type { CommandMention } from '../commandMention.ts';
import { button, type MessageBody, mostOptions, row, select } from './message.ts';
import { titleOf } from './packText.ts';
import { asEmbeds, titleLength } from './summaryList.ts';
import { choicesOf, targetOf } from './summaryPanel.ts';
import { lengthOf, quoted } from './text.ts';
import { fullTime } from './time.ts';

/** Discord's limit of all embeds of a message, in code points. */
const embedTotal = 6000;

/** What waits, to be cancelled, and what became of the last ones. `draft`: what a new one would be made of. */
export function scheduleList(
  { waiting, over }: Omit<ScheduleList, 'kind'>,
  draft: string | null,
  wording: Wording,
  mention: CommandMention,
): MessageBody {
  const { t } = wording;
  const shown = waiting.slice(0, mostOptions);
  const options = shown.map((schedule, index) => ({
    value: schedule.id,
    label: `${index + 1}. ${plainTime(schedule, wording)}`,
    description: `${titleOf(wording, schedule.summary.pack)} · ${choicesOf(schedule.summary, wording)}`,
  }));
  const width = titleLength(shown.length);
  const lines = shown.map((schedule, index) => `**${index + 1}.** ${lineOf(schedule, width, wording)}`);
  return {
    content: [
      waiting.length === 0
        ? t('summary.schedules.none')
        : t('summary.schedules.title', { count: waiting.length }),
      ...(waiting.length === 0 && draft === null
        ? [t('summary.schedules.begin', { summary: mention('summary') })]
        : []),
    ].join(' '),
    embeds: [
      ...asEmbeds(lines),
      ...asEmbeds(pastLines([...waiting, ...over], embedTotal - lengthOf(lines.join('\n')), wording)),
    ],
    components: [
      ...(options.length === 0
        ? []
        : [row(select({ name: 'summary|schedule' }, t('summary.schedules.placeholder'), options))]),
      ...(draft === null
        ? []
        : [
            row(
              button(
                { name: 'summary|panel', draft, tab: 'place' },
                { label: t('summary.button.newSchedule'), emoji: '⏰', style: ButtonStyle.Primary },
              ),
            ),
          ]),
    ],
  };
}

/** One that waits, before it is cancelled. */
export function scheduleItem(schedule: Schedule, wording: Wording): MessageBody {
  const { t } = wording;
  return {
    embeds: asEmbeds([lineOf(schedule, titleLength(1), wording)]),
    components: [
      row(
        button(
          { name: 'summary|unschedule', schedule: schedule.id },
          { label: t('summary.button.unschedule'), style: ButtonStyle.Danger },
        ),
        button({ name: 'summary|schedules' }, { label: t('summary.button.keep') }),
      ),
    ],
  };
}

/** What was cancelled, or ran before it could be. */
export function cancelledSchedule({ state }: Schedule, { t }: Wording): MessageBody {
  return {
    content: state === 'cancelled' ? t('summary.schedules.cancelled') : t('summary.schedules.tooLate'),
    components: [
      row(button({ name: 'summary|schedules' }, { label: t('summary.button.schedules'), emoji: '🗓️' })),
    ],
  };
}

function lineOf(schedule: Schedule, width: number, wording: Wording): string {
  const { nextAt, rule, author, summary, target } = schedule;
  return [
    fullTime(nextAt),
    ...ruleOf(rule, wording),
    quoted(titleOf(wording, summary.pack), width),
    choicesOf({ ...summary, timeline: false, image: false }, wording),
    targetOf(target, wording),
    `<@${author}>`,
  ].join(' · ');
}

/** What became of the last runs, newest first, as many as there is room for below a heading. */
function pastLines(schedules: readonly Schedule[], room: number, { t }: Wording): string[] {
  const runs = schedules
    .flatMap(({ last, target }) => (last === null ? [] : [{ ...last, channel: target.channel }]))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map(
      ({ at, outcome, channel }) => `${fullTime(at)} · <#${channel}> · ${t(`summary.outcome.${outcome}`)}`,
    );
  if (runs.length === 0) return [];
  const lines = [`**${t('summary.schedules.past')}**`, ...runs];
  while (lengthOf(lines.join('\n')) > room) lines.pop();
  return lines.length === 1 ? [] : lines;
}

function ruleOf(rule: Rule, { t, language }: Wording): string[] {
  if (rule.kind === 'once') return [];
  return [t('summary.schedules.weekly', { weekday: weekdayName(rule.weekday, language), time: rule.time })];
}

/** 1 Monday … 7 Sunday; 1 January 2024 was a Monday. */
function weekdayName(weekday: number, language: string): string {
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

/** In the zone of the server, for where Discord shows no time of its own: the label of an option. */
function plainTime({ nextAt, zone, rule }: Schedule, wording: Wording): string {
  const [weekly] = ruleOf(rule, wording);
  const format = new Intl.DateTimeFormat(wording.language, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return weekly ?? format.format(nextAt);
}
