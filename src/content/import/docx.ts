import mammoth from 'mammoth';
import { type Source, UnreadableArticle } from './article.ts';
import { linesOfFragment } from './html.ts';

/** A Word document by its paragraphs, with headings and bold type; pictures are left out. */
export async function readDocx(bytes: Uint8Array): Promise<Source> {
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    .catch(() => {
      throw new UnreadableArticle('is no Word document: save it as .docx again, or as text');
    });
  const lines = linesOfFragment(html.value).map((line, index) => ({ ...line, number: index + 1 }));
  return { format: 'DOCX', unit: 'paragraph', title: null, lines };
}
