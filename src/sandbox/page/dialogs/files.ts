import type { FileView } from '../../protocol.ts';

/** A file as it travels to the sandbox. */
export async function fileView(file: File): Promise<FileView> {
  const { name, type } = file;
  return { name, type: type || 'application/octet-stream', base64: await base64Of(file) };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
