import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableArticle } from '../../../src/content/import/article.ts';
import { buildPack } from '../../../src/content/import/pack.ts';
import { readArticle } from '../../../src/content/import/read.ts';
import { recognise } from '../../../src/content/import/recognise.ts';
import { docx, xlsx } from './support/documents.ts';

async function read(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return recognise(await readArticle(name, bytes));
}

const asked = [
  ['왜 갑자기 멈췄어?', ['결함이 있는 파일이 배포됐거든.']],
  ['지금은 괜찮아?', ['응, 거의 다 복구됐어.', '피해는 남았지만.']],
];

function inShort({ pairs }: Awaited<ReturnType<typeof read>>) {
  return pairs.map(({ question, answer }) => [question, answer]);
}

test('Markdown with headings: the first is the title, links and emphasis become text', async () => {
  const found = await read(
    'a.md',
    '---\nlang: ko\n---\n# 대란\n\n## 왜 갑자기 멈췄어?\n\n결함이 있는 **파일**이\n[배포됐거든](https://example.com).\n\n## 🙂 지금은 괜찮아?\n응, 거의 다 복구됐어.\n\n피해는 남았지만.\n',
  );
  expect(inShort(found)).toEqual(asked);
  expect(found).toMatchObject({
    rule: 'headings of level 2',
    title: { text: '대란', number: 4 },
    skipped: [],
  });
  expect(found.pairs.map(({ numbers }) => numbers)).toEqual([
    [6, 8, 9],
    [11, 12, 14],
  ]);
});

test('Markdown with bold questions, its answers on the next line or in a list', async () => {
  const found = await read(
    'a.markdown',
    '**왜 갑자기 멈췄어?**\n결함이 있는 파일이 배포됐거든.\n\n- **지금은 괜찮아?**\n\n응, 거의 다 복구됐어.\n\n피해는 남았지만.',
  );
  expect(inShort(found)).toEqual(asked);
});

test('headings above the questions are sections', async () => {
  const found = await read(
    'a.md',
    '# 대란\n## 원인\n### 왜 갑자기 멈췄어?\n결함이 있는 파일이 배포됐거든.\n## 지금\n### 지금은 괜찮아?\n응, 거의 다 복구됐어.\n\n피해는 남았지만.',
  );
  expect(inShort(found)).toEqual(asked);
  expect(found.skipped.map(({ number, text }) => [number, text])).toEqual([
    [2, '원인'],
    [5, '지금'],
  ]);
});

test('a page as a browser saves it: its article alone, without scripts and menus', async () => {
  const found = await read(
    'a.html',
    `<!doctype html><html><head><title>대란 : 블로그</title><style>왜?</style></head><body>
<nav>메뉴?<p>없음</p></nav><div><article><h1>대란</h1>
<p><b>왜 갑자기 멈췄어?</b><br>결함이 있는 <i>파일</i>이&nbsp;배포됐거든.</p>
<p><span style="font-weight: 700">지금은 괜찮아?</span> 응, 거의 다 복구됐어.</p><p>피해는 남았지만.</p>
<script>alert('왜?')</script></article></div><footer>© 회사</footer></body></html>`,
  );
  expect(inShort(found)).toEqual(asked);
  expect(found).toMatchObject({ rule: 'questions in bold', title: { text: '대란', number: 2 }, skipped: [] });
});

test('what a page folds away, and what it declares for search engines', async () => {
  const folded =
    '<details><summary>왜 갑자기 멈췄어?</summary><p>결함이 있는 파일이 배포됐거든.</p></details>';
  expect(inShort(await read('a.htm', folded))).toEqual(asked.slice(0, 1));
  const declared = {
    '@type': 'FAQPage',
    mainEntity: [faq('왜 갑자기 멈췄어?', '<p>결함이 있는 파일이 배포됐거든.</p>')],
  };
  const page = `<p>왜?</p><p>몰라.</p><script type="application/ld+json">${JSON.stringify(declared)}</script>`;
  expect(inShort(await read('a.html', page))).toEqual(asked.slice(0, 1));
});

test('a page nested deeper than any stack', async () => {
  const page = `${'<div>'.repeat(50_000)}<p>Q. 왜?</p><p>그냥.</p>`;
  expect(inShort(await read('a.html', page))).toEqual([['왜?', ['그냥.']]]);
});

test('a Word document by its headings, and by bold type', async () => {
  const [first, second] = asked.map(([question]) => String(question));
  const document = (mark: object) =>
    docx([
      { text: '대란', style: 'Title' },
      { text: first ?? '', ...mark },
      { text: '결함이 있는 파일이 배포됐거든.' },
      { text: second ?? '', ...mark },
      { text: '응, 거의 다 복구됐어.' },
      { text: '피해는 남았지만.' },
    ]);
  for (const mark of [{ style: 'Heading2' }, { bold: true }]) {
    const found = await read('a.docx', document(mark));
    expect(inShort(found)).toEqual(asked);
    expect(found).toMatchObject({ title: { text: '대란', number: 1 }, skipped: [] });
  }
});

const rows = [
  ['번호', '질문', '답변'],
  ['1', 'Q. 왜 갑자기 멈췄어?', '결함이 있는 파일이 배포됐거든.'],
  ['2', '지금은 괜찮아?', '응, 거의 다 복구됐어.\n\n피해는 남았지만.'],
  ['3', '', '물은 사람이 없어.'],
  ['4', '언제 끝나?', ''],
];

test.each([
  ['a.csv', rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
  ['a.csv', rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\n')],
  ['a.tsv', rows.map((cells) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n')],
  ['a.xlsx', xlsx(rows)],
])('the columns of a table: %s', async (name, content) => {
  const found = await read(name, content);
  expect(inShort(found)).toEqual(asked);
  expect(found.skipped).toEqual([
    { number: 4, text: '물은 사람이 없어.', reason: 'an answer without a question' },
    { number: 5, text: '언제 끝나?', reason: 'a question without an answer' },
  ]);
});

test('two columns without names speak for themselves', async () => {
  expect(inShort(await read('a.csv', '왜?,그냥.\n언제?,어제.'))).toEqual([
    ['왜?', ['그냥.']],
    ['언제?', ['어제.']],
  ]);
});

function faq(name: string, text: string) {
  return { '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } };
}

test.each([
  ['a list', [{ question: '왜?', answer: '그냥.' }]],
  ['a field', { version: 1, faqs: [{ id: 7, question: '왜?', answer: '그냥.', tags: null }] }],
  ['a schema.org FAQPage', { '@type': 'FAQPage', mainEntity: [faq('왜?', '<p>그냥.</p>')] }],
])('FAQ JSON: %s', async (_, value) => {
  expect(inShort(await read('a.json', JSON.stringify(value)))).toEqual([['왜?', ['그냥.']]]);
});

test.each([
  ['a.pdf', '%PDF', 'is of a kind that is not read (.pdf): save it as .txt, .md'],
  ['a.hwp', '', 'is of a kind that is not read (.hwp)'],
  ['a.docx', 'no zip', 'is no Word document'],
  ['a.xlsx', 'no zip', 'is no Excel workbook'],
  ['a.csv', 'id,text\n1,왜?', 'names no columns'],
  ['a.csv', '', 'is empty'],
  ['a.csv', '질문,답변\n"왜?,그냥.', 'is no table'],
  ['a.json', '{', 'is no JSON'],
  ['a.json', '[]', 'holds no pair'],
])('%s that cannot be read (%s) is refused with what to do', async (name, content, words) => {
  await expect(read(name, content)).rejects.toThrow(words);
});

test('Markdown nested deeper than its parser can go is refused', async () => {
  await expect(read('a.md', '1. '.repeat(20_000))).rejects.toThrow('is nested too deeply');
});

const pieces = fc.constantFrom(
  ...[
    '왜?',
    '응.',
    '# ',
    '**',
    '- ',
    '> ',
    '```',
    '\n',
    '\n\n',
    '|',
    '\t',
    ',',
    ';',
    '"',
    '{',
    '}',
    '[',
    ']',
    '①',
    '\uD800',
  ],
  ...[
    '<b>',
    '</b>',
    '<p>',
    '<h2>',
    '<td>',
    '<script>',
    '<!--',
    '&#0;',
    '"question":',
    'constructor',
    '__proto__',
  ],
);
const wild = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 40 })
    .map((parts) => Buffer.from(parts.join(''))),
);

test.each(['a.txt', 'a.md', 'a.html', 'a.csv', 'a.tsv', 'a.json', 'a.docx', 'a.xlsx'])(
  'whatever is in %s, it is read or refused in words',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(wild, async (bytes) => {
        const found = await read(name, bytes).catch((error: unknown) => {
          if (error instanceof UnreadableArticle) return null;
          throw error;
        });
        if (found !== null) buildPack('wild', found, '2026-01-02');
      }),
      { numRuns: 150 },
    );
  },
);
