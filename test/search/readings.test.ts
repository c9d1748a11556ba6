import { describe, expect, test } from 'vitest';
import { brief, find } from './support/shipped.ts';

describe('words that look alike are not corrected into each other', () => {
  test.each([
    ['클라우드', '크라우드'],
    ['배상', '보상'],
    ['부산', '분산'],
    ['부산에 지어?', '분산에 지어?'],
  ])('%s and %s are searched as they stand', (left, right) => {
    expect([find(left).slips, find(right).slips]).toEqual([[], []]);
    expect(find(left).candidates).not.toEqual(find(right).candidates);
  });

  test('부산 leads to the data centre there, 분산 to several clouds', () => {
    expect([brief('부산').pairs[0], brief('분산').pairs[0]]).toEqual(['datacenter-dispersal', 'multi-cloud']);
  });

  test('크라우드 alone is neither 클라우드 nor a question', () => {
    expect(find('크라우드').tier).toBe('none');
    expect(find('클라우드').tier).toBe('suggest');
  });
});

describe('클라우드스트라이크 finds the same as 크라우드스트라이크', () => {
  test.each([
    ['가 뭐야', 'not-the-cloud'],
    ['는 배상했어?', 'crowdstrike-compensation'],
    [' 잘못이야?', 'crowdstrike-fault'],
    ['가 보상해?', 'crowdstrike-compensation'],
  ])('…%s', (rest, pair) => {
    const [misspelt, spelt] = [brief(`클라우드스트라이크${rest}`), brief(`크라우드스트라이크${rest}`)];
    expect([misspelt.tier, misspelt.pairs[0]]).toEqual(['answer', pair]);
    expect([spelt.tier, spelt.pairs[0]]).toEqual(['answer', pair]);
  });

  test('the bare name brings the same three pairs', () => {
    const three = ['crowdstrike-compensation', 'crowdstrike-fault', 'not-the-cloud'];
    expect([...brief('클라우드스트라이크').pairs].sort()).toEqual(three);
    expect([...brief('크라우드스트라이크').pairs].sort()).toEqual(three);
  });
});

describe('typed on the other keyboard layout', () => {
  test.each([
    ['dho', '왜'],
    ['zmffkdnem', '클라우드'],
    ['zkzkdh', '카카오'],
    ['qhrrn', '복구'],
    ['ajrxhd', '먹통'],
    ['qhrrnehoTdj?', '복구됐어?'],
    ['qhrrn ehoTdj?', '복구 됐어?'],
    ['anjrk answpduTdj?', '뭐가 문제였어?'],
    ['MS zmffkdnem xktdl dkslfkau?', 'MS 클라우드 탓이 아니라며?'],
    ['ㅊ개ㅈㅇㄴㅅ갸ㅏㄷ', 'crowdstrike'],
    ['ㅡㄴ', 'ms'],
    ['ㅁㅋㅕㄱㄷ?', 'azure?'],
    ['ㅈㅁㄴ ㅑㅅ ㅅㅗㄷ 치ㅐㅕㅇ?', 'was it the cloud?'],
  ])('%s is read as %s, and finds the same', (typed, meant) => {
    const result = find(typed);
    expect(result.slips).toEqual([{ kind: 'layout', from: typed, to: meant }]);
    expect({ ...result, slips: [] }).toEqual(find(meant));
  });

  test('a single word typed so between two others is read too', () => {
    expect(find('zmffkdnem 업체가 뭐래?').slips).toEqual([
      { kind: 'layout', from: 'zmffkdnem 업체가 뭐래?', to: '클라우드 업체가 뭐래?' },
    ]);
  });

  test('with the caps lock on', () => {
    expect(find('QHRRN').slips).toEqual([{ kind: 'layout', from: 'QHRRN', to: '복구' }]);
  });

  test.each([
    'crowdstrike',
    'ms',
    'MS',
    'azure',
    'Azure',
    'windows',
    'kakao',
    'AI',
    'update',
    'what is azure',
    'google',
    'why',
  ])('%s is left as typed', (query) => {
    expect(find(query).slips).toEqual([]);
  });

  test.each(['복구', '왜', '애저', '뭐가 문제였어?'])('%s is left as typed', (query) => {
    expect(find(query).slips).toEqual([]);
  });

  test.each(['asdf', 'cookie', 'cat dog', 'dhodho', 'xyzzy'])(
    '%s, which no layout makes known, is left',
    (query) => {
      expect(find(query).slips).toEqual([]);
    },
  );
});
