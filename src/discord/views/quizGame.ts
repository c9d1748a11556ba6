import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import type { EndReason, Gain, Game, Player } from '../../quiz/game.ts';
import { type Setup, writeSetup } from '../quizSetup.ts';
import { button, type MessageBody, type Row, row } from './message.ts';
import { titleOf } from './packText.ts';
import { usualPeriod } from './quizBoard.ts';
import {
  type AnswerActions,
  answerRow,
  optionLine,
  placeName,
  questionLines,
  questionTexts,
  solutionTexts,
  solvedButtons,
} from './quizQuestion.ts';
import { cut, greyLines, lengthOf, paragraphs } from './text.ts';
import { relativeTime } from './time.ts';

/** Discord's limit, in code points. */
const embedDescription = 4096;
/** Names beyond it are counted: nobody reads more. */
const namesShown = 15;
/** Of those who lead, below each solution. */
const leaders = 3;
const colour = { open: 0x5865f2, closed: 0x4e5058, over: 0xf0b232 };

/** A game as it is shown in its channel, in the language of the game. */
export interface ShownGame {
  readonly id: string;
  readonly game: Game;
  readonly wording: Wording;
}

export function lobby({ id, game, wording }: ShownGame): MessageBody {
  const { t } = wording;
  const names = game.players.filter(({ left }) => !left).map(({ user }) => `<@${user}>`);
  const embed: APIEmbed = {
    color: colour.open,
    title: t('quiz.lobby.title'),
    description: paragraphs(
      t('quiz.lobby.when', { when: relativeTime(new Date(game.until ?? 0)) }),
      t(`quiz.styleNote.${game.style}`),
      t('quiz.lobby.players', { count: names.length, players: listed(wording, names, ' ') }),
      ...(names.length < 2 ? [greyLines([t('quiz.lobby.alone')])] : []),
    ),
    footer: { text: packsOf(game, wording) },
  };
  return {
    embeds: [embed],
    components: [
      row(
        button(
          { name: 'quiz|join', game: id },
          { label: t('quiz.button.join'), emoji: '🙋', style: ButtonStyle.Primary },
        ),
        button({ name: 'quiz|leave', game: id }, { label: t('quiz.button.leave') }),
        button({ name: 'quiz|stop', game: id }, { label: t('quiz.button.stop') }),
      ),
    ],
  };
}

/** What stays of the lobby once the first question is there. */
export function closedLobby({ game, wording }: ShownGame): MessageBody {
  const text = paragraphs(wording.t('quiz.lobby.over'), wording.t(`quiz.styleNote.${game.style}`));
  return { embeds: [{ color: colour.closed, description: text }], components: [] };
}

/** The titles of the packs that the questions are from. */
function packsOf({ questions }: Game, wording: Wording): string {
  const packs = new Set(questions.map(({ pack }) => pack));
  return [...packs].map((pack) => titleOf(wording, pack)).join(' · ');
}

/** @param closesAt When it is expected to close: the clock starts once Discord confirms the message. */
export function askedQuestion(shown: ShownGame, dealt: Dealt, closesAt: Date): MessageBody {
  const { id, game, wording } = shown;
  const { t } = wording;
  const { current: question } = game;
  const texts = questionTexts(wording, dealt);
  const embed: APIEmbed = {
    color: colour.open,
    title: t('quiz.ask.title', numbersOf(game)),
    description: paragraphs(
      questionLines(texts, dealt),
      t('quiz.ask.close', { when: relativeTime(closesAt) }),
    ),
    footer: { text: footerOf(shown, dealt) },
  };
  return {
    embeds: [embed],
    components: [
      answerRow(wording, dealt, actionsOf(id, question)),
      row(
        ...(texts.hint === null
          ? []
          : [
              button(
                { name: 'quiz|hint', game: id, question },
                { label: t('quiz.button.hint'), emoji: '💡' },
              ),
            ]),
        button({ name: 'quiz|skip', game: id }, { label: t('quiz.button.skip'), emoji: '⏭️' }),
        button({ name: 'quiz|score', game: id }, { label: t('quiz.button.score'), emoji: '📊' }),
        button({ name: 'quiz|stop', game: id }, { label: t('quiz.button.stop'), emoji: '⏹️' }),
      ),
    ],
  };
}

/** A question in the middle of which the game came to its end, with its solution: it is worth no points any more. */
export function brokenOffQuestion(shown: ShownGame, dealt: Dealt): MessageBody {
  const { game, wording } = shown;
  const embed: APIEmbed = {
    color: colour.closed,
    title: wording.t('quiz.reveal.brokenOff', numbersOf(game)),
    description: withinLimit(solutionParagraphs(wording, dealt), wording.t('quiz.reveal.uncounted')),
    footer: { text: footerOf(shown, dealt) },
  };
  return { embeds: [embed], components: [learnMoreRow(wording, dealt)] };
}

function actionsOf(game: string, question: number): AnswerActions {
  return {
    choose: (place) => ({ name: 'quiz|choose', game, question, place }),
    answer: (asks) => ({ name: 'quiz|answer', game, question, asks }),
  };
}

function numbersOf({ current, questions }: Game) {
  return { number: current + 1, total: questions.length };
}

function footerOf({ game, wording }: ShownGame, { pack }: Dealt): string {
  const { t } = wording;
  return t('quiz.ask.footer', { style: t(`quiz.style.${game.style}`), title: titleOf(wording, pack) });
}

/** What a question has come to. */
export interface Revealed {
  readonly counts: readonly number[];
  readonly gains: readonly Gain[];
  readonly skipped: boolean;
}

/** The question with its solution. `isKnown`: false where its pack does not have it any more. */
export function revealedQuestion(
  shown: ShownGame,
  dealt: Dealt,
  { counts, gains, skipped }: Revealed,
  isKnown: boolean,
): MessageBody {
  const { id, game, wording } = shown;
  const { t } = wording;
  const outcome = [outcomeLines(wording, gains, skipped), standingsLine(wording, game)].join('\n').trim();
  const embed: APIEmbed = {
    color: colour.closed,
    title: t('quiz.reveal.title', numbersOf(game)),
    description: isKnown
      ? withinLimit(solutionParagraphs(wording, dealt), outcome)
      : paragraphs(t('quiz.reveal.gone'), outcome),
    footer: { text: footerOf(shown, dealt) },
  };
  return { embeds: [embed], components: isKnown ? revealedRows(id, game, wording, dealt, counts) : [] };
}

/** Where all does not fit, what is wrong with the other options gives way first. */
function withinLimit(solution: readonly string[], outcome: string): string {
  const whole = paragraphs(...solution, outcome);
  if (lengthOf(whole) <= embedDescription) return whole;
  return cut(paragraphs(...solution.slice(0, -1), outcome), embedDescription);
}

/** Question, answer, explanation, and at the end the other options with what is wrong with them. */
export function solutionParagraphs(wording: Wording, dealt: Dealt): readonly string[] {
  const { t } = wording;
  const { question, options } = questionTexts(wording, dealt);
  const { answer, explanation, whys } = solutionTexts(wording, dealt);
  const [place = 0] = dealt.right;
  const named = {
    choice: `${placeName(wording, dealt, place)}. ${answer}`,
    truth: placeName(wording, dealt, place),
    typed: answer,
    order: dealt.right.map((one) => one + 1).join(' → '),
  } as const;
  const wrong = whys.flatMap((why, place) =>
    why === null ? [] : [optionLine(options[place] ?? '', place, dealt), greyLines(why.split('\n'))],
  );
  const ordered = dealt.right.map((place) => optionLine(options[place] ?? '', place, dealt));
  return [
    [`### ${question}`, t('quiz.reveal.answer', { answer: named[dealt.kind] })].join('\n'),
    dealt.kind === 'order' ? ordered.join('\n') : '',
    explanation,
    wrong.join('\n'),
  ];
}

function outcomeLines(wording: Wording, gains: readonly Gain[], skipped: boolean): string {
  const { t } = wording;
  if (skipped) return t('quiz.reveal.skipped');
  if (gains.length === 0) return t('quiz.reveal.nobody');
  const ordered = [...gains].sort((left, right) => right.points - left.points);
  const scored = ordered.filter(({ right, points }) => right || points < 0);
  const lines = scored.map((gain) => gainText(wording, gain));
  const noneRight = gains.every(({ right }) => !right);
  return [...(noneRight ? [t('quiz.reveal.noneRight')] : []), listed(wording, lines, ' · ')]
    .filter((line) => line !== '')
    .join('\n');
}

/** So that it is told how the game stands; nobody plays against oneself. */
function standingsLine({ t }: Wording, game: Game): string {
  const standings = standingsIn(game);
  if (standings.length < 2) return '';
  const names = standings.map(({ user, points }) => `<@${user}> **${points}**`);
  const more = names.length > leaders ? [t('quiz.reveal.more', { count: names.length - leaders })] : [];
  return t('quiz.reveal.standings', { standings: [...names.slice(0, leaders), ...more].join(' · ') });
}

/** Whoever has answered, most points first. */
function standingsIn({ players }: Game): readonly Player[] {
  return players
    .filter(({ answered }) => answered > 0)
    .sort((left, right) => right.points - left.points || right.right - left.right);
}

function gainText({ t }: Wording, { user, points, streak }: Gain): string {
  const text = t(points < 0 ? 'quiz.reveal.loss' : 'quiz.reveal.gain', {
    player: `<@${user}>`,
    points: Math.abs(points),
  });
  return streak >= 3 ? `${text} ${t('quiz.reveal.streak', { count: streak })}` : text;
}

function listed({ t }: Wording, names: readonly string[], separator: string): string {
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown);
  return [...shown, ...(more > 0 ? [t('quiz.reveal.more', { count: more })] : [])].join(separator);
}

function revealedRows(
  id: string,
  game: Game,
  wording: Wording,
  dealt: Dealt,
  counts: readonly number[],
): Row[] {
  const isOneOf = dealt.kind === 'choice' || dealt.kind === 'truth';
  const solved = isOneOf ? [row(...solvedButtons(wording, dealt, counts, actionsOf(id, game.current)))] : [];
  return [...solved, learnMoreRow(wording, dealt)];
}

/** Under a solution: the explanation in the article, and where to say that something is wrong with the question. */
export function learnMoreRow({ t }: Wording, { pack, pair, id }: Dealt): Row {
  return row(
    button({ name: 'quiz|source', pack, pair }, { label: t('quiz.button.source'), emoji: '📖' }),
    button({ name: 'quiz|report', pack, item: id }, { label: t('quiz.button.report'), emoji: '🚩' }),
  );
}

/** Nobody answered twice in a row. */
export function pausedGame({ id, game, wording }: ShownGame): MessageBody {
  const { t } = wording;
  return {
    content: t('quiz.pause.text', { when: relativeTime(new Date(game.until ?? 0)) }),
    components: [
      row(
        button(
          { name: 'quiz|continue', game: id },
          { label: t('quiz.button.continue'), emoji: '▶️', style: ButtonStyle.Primary },
        ),
        button({ name: 'quiz|halt', game: id }, { label: t('quiz.button.stop'), emoji: '⏹️' }),
      ),
    ],
  };
}

export interface GameOver {
  readonly reason: EndReason;
  readonly standings: readonly Player[];
  readonly counts: boolean;
  /** Points that count on one day. */
  readonly cap: number;
  /** For another game like this one. */
  readonly again: Setup;
}

export function endedGame({ game, wording }: ShownGame, over: GameOver): MessageBody {
  const { t } = wording;
  const { reason, standings, counts, cap, again } = over;
  const scored = standings.some(({ points }) => points > 0);
  const note = counts ? t('quiz.end.counts', { cap }) : t('quiz.end.practice');
  const embed: APIEmbed = {
    color: colour.over,
    title: t(`quiz.end.${reason}`),
    description: paragraphs(
      scored ? standingLines(wording, standings) : game.current < 0 ? '' : t('quiz.end.none'),
      scored ? greyLines([note]) : '',
    ),
  };
  return {
    embeds: [embed],
    components: [
      row(
        button(
          { name: 'quiz|start', setup: writeSetup(again) },
          { label: t('quiz.button.again'), emoji: '🔁', style: ButtonStyle.Primary },
        ),
        button({ name: 'quiz|ranks', period: usualPeriod }, { label: t('quiz.button.board'), emoji: '🏆' }),
        button({ name: 'quiz|panel' }, { label: t('quiz.title'), emoji: '🧩' }),
      ),
    ],
  };
}

const medals = ['🥇', '🥈', '🥉'];

/** In bold, as a number with a dot would begin a list, which counts on by itself. Nobody wins a medal with nothing. */
function rankName(place: number, points: number): string {
  return (points > 0 ? medals[place] : undefined) ?? `**${place + 1}.**`;
}

/** Equal points share a rank. */
export function standingLines(wording: Wording, standings: readonly Player[]): string {
  const lines = standings.map((player) =>
    wording.t('quiz.standing', {
      rank: rankName(
        standings.findIndex(({ points }) => points === player.points),
        player.points,
      ),
      player: `<@${player.user}>`,
      points: player.points,
      right: player.right,
      answered: player.answered,
    }),
  );
  return listed(wording, lines, '\n');
}

/** The points so far, of whoever has answered. */
export function scoreBoard({ game, wording }: Pick<ShownGame, 'game' | 'wording'>): MessageBody {
  const { t } = wording;
  const standings = standingsIn(game);
  const description = standings.length === 0 ? t('quiz.score.empty') : standingLines(wording, standings);
  if (game.current < 0) return { content: t('quiz.score.lobby') };
  return { embeds: [{ color: colour.open, title: t('quiz.score.title', numbersOf(game)), description }] };
}
