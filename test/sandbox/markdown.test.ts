import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/sandbox/page/messages/inline.ts';
import { type Block, parseMarkdown } from '../../src/sandbox/page/messages/markdown.ts';

const tags = { strong: 'b', emphasis: 'i', underline: 'u', strike: 's', spoiler: 'spoiler' } as const;

/** The parsed text in a short notation: blocks in brackets, what stands in them in tags. */
function shown(text: string): string {
  return parseMarkdown(text).map(block).join('');
}

function block(one: Block): string {
  switch (one.type) {
    case 'paragraph':
      return `[p ${inline(one.content)}]`;
    case 'subtext':
      return `[small ${inline(one.content)}]`;
    case 'heading':
      return `[h${one.level} ${inline(one.content)}]`;
    case 'quote':
      return `[quote ${one.content.map(block).join('')}]`;
    case 'code':
      return `[code ${one.language ?? '-'} ${one.text}]`;
    case 'list': {
      const items = one.items.map(({ content, lists }) => `(${inline(content)}${lists.map(block).join('')})`);
      return `[${one.start ?? 'ul'} ${items.join('')}]`;
    }
  }
}

function inline(content: readonly Inline[]): string {
  return content.map(piece).join('');
}

function piece(one: Inline): string {
  switch (one.type) {
    case 'text':
      return one.text;
    case 'code':
      return `<code>${one.text}</code>`;
    case 'link':
      return `<a ${one.url}>${inline(one.content)}</a>`;
    case 'messageLink':
      return `<message ${one.channel} ${one.message}>`;
    case 'user':
    case 'role':
    case 'channel':
      return `<${one.type} ${one.id}>`;
    case 'everyone':
      return `<everyone ${one.name}>`;
    case 'command':
      return `<command ${one.path} ${one.id}>`;
    case 'time':
      return `<time ${one.seconds} ${one.style}>`;
    case 'emoji':
      return `<emoji ${one.name}>`;
    default:
      return `<${tags[one.type]}>${inline(one.content)}</${tags[one.type]}>`;
  }
}

describe('within a line', () => {
  test.each([
    ['**먹통**은 왜 생겼나요?', '<b>먹통</b>은 왜 생겼나요?'],
    ['원인은 **‘채널 파일 291’**이에요.', '원인은 <b>‘채널 파일 291’</b>이에요.'],
    ['*먹통*이라고 _부르는_데요', '<i>먹통</i>이라고 <i>부르는</i>데요'],
    ['***둘 다***예요', '<i><b>둘 다</b></i>예요'],
    ['***가** 나*', '<i><b>가</b> 나</i>'],
    ['***가* 나**', '<b><i>가</i> 나</b>'],
    ['**가 *나* 다**', '<b>가 <i>나</i> 다</b>'],
    ['*가 **나** 다*', '<i>가 <b>나</b> 다</i>'],
    ['__밑줄__과 ~~취소~~와 ||비밀||', '<u>밑줄</u>과 <s>취소</s>와 <spoiler>비밀</spoiler>'],
    ['__**~~셋~~**__', '<u><b><s>셋</s></b></u>'],
    ['||가||||나||', '<spoiler>가</spoiler><spoiler>나</spoiler>'],
    ['snake_case_name 그대로', 'snake_case_name 그대로'],
    ['5 * 3 * 2 = 30', '5 * 3 * 2 = 30'],
    ['**안 닫힘', '**안 닫힘'],
    ['*하나 **둘* 셋', '<i>하나 **둘</i> 셋'],
    ['~~~물결~~~ ~하나~ |', '~~~물결~~~ ~하나~ |'],
    ['**** ____ ||||', '**** ____ ||||'],
    [String.raw`\*별\* \_밑줄\_ \<@1\> \\`, '*별* _밑줄_ <@1> \\'],
    [String.raw`\가 \n`, String.raw`\가 \n`],
    ['`**그대로**` ``a`b`` `안 닫힘', '<code>**그대로**</code> <code>a`b</code> `안 닫힘'],
    ['`` `가` ``', '<code>`가`</code>'],
    ['첫 줄\n둘째 줄\n\n넷째 줄', '첫 줄\n둘째 줄\n\n넷째 줄'],
    ['**두 줄에\n걸친** 글', '<b>두 줄에\n걸친</b> 글'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(`[p ${expected}]`);
  });
});

describe('links', () => {
  test.each([
    ['https://example.com/a_b_c?q=1.', '<a https://example.com/a_b_c?q=1>https://example.com/a_b_c?q=1</a>.'],
    ['(https://example.com)', '(<a https://example.com>https://example.com</a>)'],
    [
      'https://ko.wikipedia.org/wiki/블루_(색)',
      '<a https://ko.wikipedia.org/wiki/블루_(색)>https://ko.wikipedia.org/wiki/블루_(색)</a>',
    ],
    ['**https://example.com**', '<b><a https://example.com>https://example.com</a></b>'],
    ['||https://example.com||', '<spoiler><a https://example.com>https://example.com</a></spoiler>'],
    ['<https://example.com/>은', '<a https://example.com/>https://example.com/</a>은'],
    ['[기사](https://example.com/a)를 읽어요', '<a https://example.com/a>기사</a>를 읽어요'],
    ['[**굵은** 글](<https://example.com>)', '<a https://example.com><b>굵은</b> 글</a>'],
    ['[글](https://example.com "제목")', '<a https://example.com>글</a>'],
    ['[괄호](https://example.com/a_(b))!', '<a https://example.com/a_(b)>괄호</a>!'],
    ['([글](https://example.com))', '(<a https://example.com>글</a>)'],
    ['[여기](discord://-/channels)', '<a discord://-/channels>여기</a>'],
    ['[글] (https://example.com)', '[글] (<a https://example.com>https://example.com</a>)'],
    ['[](https://example.com)', '[](<a https://example.com>https://example.com</a>)'],
    ['xhttps://example.com', 'xhttps://example.com'],
    ['주소는https://example.com 예요', '주소는<a https://example.com>https://example.com</a> 예요'],
    ['https:// 만', 'https:// 만'],
    ['https://discord.com/channels/1/22/333', '<message 22 333>'],
    ['<https://ptb.discord.com/channels/@me/22/333>', '<message 22 333>'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(`[p ${expected}]`);
  });

  test.each([
    '[글](javascript:alert(1))',
    '[글](JaVaScRiPt://example.com/%0aalert(1))',
    '[글](data:text/html,hi)',
    '[글](vbscript:x)',
    '[글](//example.com)',
    '[글](file:///etc/passwd)',
    '<javascript:alert(1)>',
    'javascript:alert(1)',
  ])('%s leads nowhere', (text) => {
    expect(shown(text)).toBe(`[p ${text}]`);
  });

  test('a text that is an address does not hide another', () => {
    expect(shown('[https://a.example](https://b.example)')).toBe(
      '[p [<a https://a.example>https://a.example</a>](<a https://b.example>https://b.example</a>)]',
    );
  });
});

describe('mentions', () => {
  test.each([
    ['<@123> <@!123> <@&45> <#6>', '<user 123> <user 123> <role 45> <channel 6>'],
    ['</질문:1>과 </quiz start:22>', '<command 질문 1>과 <command quiz start 22>'],
    ['<t:1721347200> <t:1721347200:R>', '<time 1721347200 f> <time 1721347200 R>'],
    ['<t:9999999999999:R> <t:1:Q>', '<t:9999999999999:R> <t:1:Q>'],
    ['@everyone @here @미나', '<everyone everyone> <everyone here> @미나'],
    ['<:blue_screen:12> <a:spin:34>', '<emoji blue_screen> <emoji spin>'],
    ['<@> <@abc> <#> < @1> <3', '<@> <@abc> <#> < @1> <3'],
    ['**<@1>** 님', '<b><user 1></b> 님'],
    ['`<@1>`', '<code><@1></code>'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(`[p ${expected}]`);
  });
});

describe('lines', () => {
  test.each([
    ['# 제목\n글', '[h1 제목][p 글]'],
    ['## 둘\n### **셋**\n#### 넷', '[h2 둘][h3 <b>셋</b>][p #### 넷]'],
    ['#해시태그', '[p #해시태그]'],
    ['글 # 아님', '[p 글 # 아님]'],
    ['-# 작은 글', '[small 작은 글]'],
    ['> 인용\n> **둘째** 줄\n밖', '[quote [p 인용\n<b>둘째</b> 줄]][p 밖]'],
    ['>인용 아님', '[p >인용 아님]'],
    ['앞\n>>> 끝까지\n# 제목\n> 글자', '[p 앞][quote [p 끝까지][h1 제목][p > 글자]]'],
    ['- 하나\n- 둘\n* 셋', '[ul (하나)(둘)(셋)]'],
    ['- 하나\n  - 안\n    - 더 안\n- 둘', '[ul (하나[ul (안[ul (더 안)])])(둘)]'],
    ['- 하나\n  이어서\n밖', '[ul (하나\n이어서)][p 밖]'],
    ['3. 셋\n4. 넷', '[3 (셋)(넷)]'],
    ['1. 하나\n   - 안\n2. 둘', '[1 (하나[ul (안)])(둘)]'],
    ['- 점\n1. 수', '[ul (점)][1 (수)]'],
    ['-붙음\n1.붙음\n-', '[p -붙음\n1.붙음\n-]'],
    ['*기울임*으로 시작', '[p <i>기울임</i>으로 시작]'],
    ['```js\nlet a = `**`;\n```', '[code js let a = `**`;]'],
    ['```\n가\n\n나\n```\n끝', '[code - 가\n\n나][p 끝]'],
    ['앞 ```한 줄``` 뒤', '[p 앞 ][code - 한 줄][p  뒤]'],
    ['```안 닫힘\n# 제목', '[p ```안 닫힘][h1 제목]'],
    ['> ```\n> 코드\n> ```', '[quote [code - 코드]]'],
    ['```\n> 인용 아님\n```', '[code - > 인용 아님]'],
    ['글\n\n# 제목\n\n글', '[p 글\n][h1 제목][p \n글]'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

/** All text of a result, in its order. */
function textOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join('');
}

function textOfBlock(one: Block): string {
  if (one.type === 'code') return one.text;
  if (one.type === 'quote') return textOf(one.content);
  if (one.type !== 'list') return textOfInline(one.content);
  return one.items.map(({ content, lists }) => textOfInline(content) + textOf(lists)).join('');
}

function textOfInline(content: readonly Inline[]): string {
  return content
    .map((one) => ('text' in one ? one.text : 'content' in one ? textOfInline(one.content) : ''))
    .join('');
}

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const markdownText = fc
  .array(fc.constantFrom(...'*_~|`\\<>[]()#-\n 1.@:ㄱ가a', 'https://a.kr', '**', '```', '||', '<@1>', '> '), {
    maxLength: 80,
  })
  .map((parts) => parts.join(''));

describe('any text', () => {
  test('is parsed', () => {
    fc.assert(fc.property(fc.oneof(anyText, markdownText), (text) => void parseMarkdown(text)));
  });

  test('without a marker stays as it is', () => {
    const words = anyText.map((text) => text.replace(/[^\p{L}\n ,?!]/gu, '').replaceAll('http', ''));
    fc.assert(
      fc.property(words, (text) => {
        expect(parseMarkdown(text)).toEqual(
          text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        );
      }),
    );
  });

  test('keeps its letters, whatever the markers around them', () => {
    const lettersOf = (text: string) => text.replace(/[^ㄱ가a]/g, '');
    const withoutAddresses = markdownText.map((text) => text.replaceAll('https://a.kr', ''));
    const languages = /```[\w+#.-]{1,30}\n/g;
    fc.assert(
      fc.property(withoutAddresses, (text) => {
        fc.pre(!languages.test(text));
        expect(lettersOf(textOf(parseMarkdown(text)))).toBe(lettersOf(text));
      }),
    );
  });

  test.each([
    '*',
    '_',
    '**',
    '* ',
    '*a ',
    '*a* ',
    '_a ',
    '[',
    ']',
    '[](',
    '](http://',
    '[a](http://a',
    '[a](http://a(',
    '>',
    '> ',
    '>>> ',
    '\n> ',
    '- ',
    '\n- a',
    '`',
    '``a`',
    '```',
    '```a',
    '||',
    '~~a',
    '<',
    '<@',
    '<t:1',
    '</a ',
    '<https://',
    '**http://a',
    'http',
    '\\',
    '# ',
    '(',
    'https://a.kr/)',
  ])('%j two thousand characters long takes no time', (part) => {
    const text = part.repeat(Math.ceil(2000 / part.length));
    const start = performance.now();
    for (let time = 0; time < 5; time += 1) parseMarkdown(text);
    expect((performance.now() - start) / 5).toBeLessThan(20);
  });

  test('lists nest no deeper than Discord draws them', () => {
    const text = Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}- ${depth}`).join('\n');
    const depthOf = (blocks: readonly Block[]): number =>
      Math.max(
        0,
        ...blocks.flatMap((one) =>
          one.type === 'list' ? one.items.map(({ lists }) => 1 + depthOf(lists)) : [],
        ),
      );
    expect(depthOf(parseMarkdown(text))).toBe(10);
  });
});
