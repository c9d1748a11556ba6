import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuizQuestion } from '../../src/content/schema.ts';
import {
  type Card,
  cardName,
  daily,
  deal,
  dealtAs,
  isAnswer,
  isRight,
  lay,
  layoutOf,
  matching,
  type Random,
  weakest,
} from '../../src/quiz/deck.ts';

const base = { difficulty: 'easy', question: '무엇?', explanation: '그래서.' } as const;

function card(id: string, pair: string, rest: Partial<QuizQuestion> = {}): Card {
  const options = [
    { text: 'A', why: '…', right: false as const },
    { text: 'B', right: true as const },
    { text: 'C', why: '…', right: false as const },
    { text: 'D', why: '…', right: false as const },
  ];
  return {
    pack: 'outage',
    question: { ...base, kind: 'choice', options, id, pair, ...rest } as QuizQuestion,
  };
}

const truth = card('truth', 'p1', { kind: 'truth', right: false, why: '…', difficulty: 'hard' });
const typed = card('typed', 'p2', { kind: 'typed', answers: ['답'], near: [], hint: '두 글자' });
const order = card('order', 'p3', { kind: 'order', items: ['가', '나', '다', '라'] });
const choice = card('choice', 'p4');

/** Eight pairs with three questions each. */
const deck = Array.from({ length: 24 }, (_, index) => card(`q${index}`, `pair${index % 8}`));

const chance: fc.Arbitrary<Random> = fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state / 2_147_483_647;
  };
});
const extremes: fc.Arbitrary<Random> = fc.constantFrom(
  () => 0,
  () => 1 - Number.EPSILON,
);

const names = (dealt: readonly { readonly pack: string; readonly id: string }[]) =>
  dealt.map(({ pack, id }) => `${pack}/${id}`);

describe('the filter', () => {
  const cards = [truth, typed, order, choice];

  test.each([
    [{ difficulty: 'any', kinds: [] }, ['truth', 'typed', 'order', 'choice']],
    [{ difficulty: 'hard', kinds: [] }, ['truth']],
    [{ difficulty: 'any', kinds: ['typed', 'order'] }, ['typed', 'order']],
    [{ difficulty: 'hard', kinds: ['typed'] }, []],
  ] as const)('%j leaves %j', (filter, expected) => {
    expect(matching(cards, filter).map(({ question }) => question.id)).toEqual(expected);
  });
});

describe('laying a question out', () => {
  test('options are mixed, and the right one is where it says', () => {
    fc.assert(
      fc.property(fc.oneof(chance, extremes), (random) => {
        const { shown, right } = lay(choice, random);
        expect([...shown].sort()).toEqual([0, 1, 2, 3]);
        expect(right.map((place) => shown[place])).toEqual([1]);
      }),
    );
  });

  test('items are mixed, never in the right order, and put right by `right`', () => {
    fc.assert(
      fc.property(fc.oneof(chance, extremes), (random) => {
        const { shown, right } = lay(order, random);
        expect(shown).not.toEqual([0, 1, 2, 3]);
        expect(right.map((place) => shown[place])).toEqual([0, 1, 2, 3]);
      }),
    );
  });

  test('true stands before false; a typed question shows nothing', () => {
    expect(lay(truth, () => 0)).toEqual({
      ...{ pack: 'outage', id: 'truth', pair: 'p1', kind: 'truth', hasHint: false },
      ...{ shown: [0, 1], right: [1] },
    });
    expect(lay(typed, () => 0)).toMatchObject({ hasHint: true, shown: [], right: [] });
  });

  test('every place is right about as often', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const times = [0, 0, 0, 0];
    for (let round = 0; round < 4_000; round++) {
      const place = lay(choice, random).right[0] ?? 0;
      times[place] = (times[place] ?? 0) + 1;
    }
    for (const time of times) expect(Math.abs(time - 1_000)).toBeLessThan(120);
  });
});

describe('a layout in digits', () => {
  const five = card('five', 'p3', { kind: 'order', items: ['가', '나', '다', '라', '마'] });

  test.each([truth, typed, order, five, choice])('lays $question.id out as it was', (one) => {
    fc.assert(
      fc.property(fc.oneof(chance, extremes), (random) => {
        const dealt = lay(one, random);
        expect(dealtAs(one, layoutOf(dealt))).toEqual(dealt);
      }),
    );
  });

  test('is as short as the question, and empty where nothing is mixed', () => {
    const lengths = [truth, typed, order, five, choice].map((one) => layoutOf(lay(one, () => 0)).length);
    expect(lengths).toEqual([0, 0, 4, 5, 4]);
  });

  test('of an order does not tell the right one', () => {
    for (let id = 0; id < 50; id++) {
      const { question } = order;
      const dealt = { ...lay({ ...order, question: { ...question, id: `order-${id}` } }, () => 0) };
      expect(layoutOf(dealt)).not.toBe(dealt.shown.join(''));
    }
  });

  test('that is none lays nothing out', () => {
    const layouts = ['', '0', '012', '01234', '0122', '0124', '-123', '0.12', 'abcd', '０１２３', '1e23'];
    expect(layouts.filter((layout) => dealtAs(choice, layout) !== null)).toEqual([]);
    expect([truth, typed].filter((one) => dealtAs(one, '01') !== null)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), (layout) => {
        const shown = dealtAs(five, layout)?.shown ?? [0, 1, 2, 3, 4];
        expect([...shown].sort()).toEqual([0, 1, 2, 3, 4]);
      }),
    );
  });
});

describe('picks', () => {
  const four = lay(choice, () => 0);
  const items = lay(order, () => 0);

  test('one place answers a choice, every place once an order, none a typed question', () => {
    expect([[0], [3], [4], [-1], [0.5], [], [0, 1]].map((picks) => isAnswer(four, picks))).toEqual([
      ...[true, true, false, false, false, false, false],
    ]);
    expect(
      [
        [0, 1, 2, 3],
        [3, 1, 0, 2],
        [0, 1, 2],
        [0, 0, 1, 2],
      ].map((picks) => isAnswer(items, picks)),
    ).toEqual([...[true, true, false, false]]);
    expect(
      [[0], []].map((picks) =>
        isAnswer(
          lay(typed, () => 0),
          picks,
        ),
      ),
    ).toEqual([false, false]);
  });

  test('what is right is right, and nothing else', () => {
    expect([0, 1, 2, 3].filter((place) => isRight(four, [place]))).toEqual(four.right);
    expect(isRight(items, items.right)).toBe(true);
    expect(isRight(items, [...items.right].reverse())).toBe(false);
    expect(isRight(items, items.right.slice(1))).toBe(false);
    expect(
      isRight(
        lay(typed, () => 0),
        [],
      ),
    ).toBe(false);
  });
});

describe('dealing', () => {
  test('game after game, no question comes again until the deck is used up', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 10 }), (random, count) => {
        const seen: string[] = [];
        while (seen.length < deck.length) seen.push(...names(deal(deck, count, seen, random)));
        expect(new Set(seen.slice(0, deck.length)).size).toBe(deck.length);
      }),
    );
  });

  test('when all were seen, those come which were seen longest ago, in other company', () => {
    const seen = deck.map(cardName);
    const half = new Set(seen.slice(0, Math.ceil(seen.length / 2)));
    fc.assert(
      fc.property(chance, (random) => {
        expect(names(deal(deck, 1, seen, random)).every((name) => half.has(name))).toBe(true);
      }),
    );
    const games = fc.sample(chance, { numRuns: 20, seed: 1 }).map((random) => deal(deck, 3, seen, random));
    expect(new Set(games.map((game) => names(game).sort().join())).size).toBeGreaterThan(5);
  });

  test('no pair comes twice while another one is left', () => {
    fc.assert(
      fc.property(chance, (random) => {
        const pairs = deal(deck, 8, [], random).map(({ pair }) => pair);
        expect(new Set(pairs).size).toBe(8);
      }),
    );
  });

  test('of a deck that is too small all are dealt, of an empty one none', () => {
    expect(deal([truth, typed], 5, [], () => 0)).toHaveLength(2);
    expect(deal([], 5, ['outage/gone'], () => 0)).toEqual([]);
  });
});

describe('the daily question', () => {
  const days = Array.from({ length: 60 }, (_, day) =>
    new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10),
  );

  test('it is the same for everybody on the server that day, whatever the order of the deck', () => {
    const reversed = [...deck].reverse();
    for (const day of days) expect(daily(deck, 'server', day)).toEqual(daily(reversed, 'server', day));
  });

  test('every question comes once before any comes again', () => {
    const dealt = days.map((day) => daily(deck, 'server', day)?.id);
    for (let first = 0; first + deck.length <= days.length; first++)
      expect(new Set(dealt.slice(first, first + deck.length)).size).toBe(deck.length);
  });

  test('servers have orders of their own', () => {
    const of = (server: string) => days.slice(0, 24).map((day) => daily(deck, server, day)?.id);
    expect(of('one')).not.toEqual(of('two'));
  });

  test('none without questions', () => {
    expect(daily([], 'server', '2026-11-23')).toBeNull();
  });
});

describe('practice', () => {
  test('what is being forgotten comes first, then what was never tried, then what is known', () => {
    const cards = [card('known', 'p'), card('new', 'p'), card('fading', 'p'), card('lost', 'p')];
    const known = [
      { name: 'outage/known', recall: 0.98 },
      { name: 'outage/fading', recall: 0.8 },
      { name: 'outage/lost', recall: 0.2 },
      { name: 'outage/removed', recall: 0 },
    ];
    const order: string[] = [];
    while (order.length < cards.length) {
      const rest = cards.filter(({ question }) => !order.includes(question.id));
      order.push(weakest(rest, known, () => 0.5)?.id ?? '');
    }
    expect(order).toEqual(['lost', 'fading', 'new', 'known']);
  });

  test('the question of just before does not come again at once, unless there is no other', () => {
    const known = [{ name: 'outage/truth', recall: 0 }];
    expect(weakest([truth, typed], known, () => 0, 'outage/truth')?.id).toBe('typed');
    expect(weakest([truth], known, () => 0, 'outage/truth')?.id).toBe('truth');
    expect(weakest([], known, () => 0)).toBeNull();
  });
});
