import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ContentError, loadPacks } from '../../../src/content/load.ts';
import type { Pack } from '../../../src/content/schema.ts';

export const packYaml = `title: 시험
description: 시험용 기사
asOf: '2024-07'
version: 1
author: 홍길동
licence: MIT
source: 시험용 원문
`;

export const pairsYaml = `- id: first
  question: 무슨 일이야?
  answer: 컴퓨터가 멈췄어.
  aliases:
    - 무슨 일 났어?
  followUps:
    - to: second
      label: 왜 그랬는데?
- id: second
  question: 왜 그랬어?
  answer: 업데이트 때문이야.
`;

export const englishJson = `{
  "title": "Test",
  "description": "A test article",
  "source": "Test original",
  "author": "Hong Gildong",
  "pairs": {
    "first": {
      "question": "What happened?",
      "answer": "Computers stopped.",
      "aliases": ["what is wrong"],
      "followUps": { "second": "Why?" }
    }
  }
}
`;

export type Files = Readonly<Record<string, string>>;

/** A pack of two pairs; the second has no English. */
export const sound: Files = {
  'content/small/pack.yaml': packYaml,
  'content/small/pairs.yaml': pairsYaml,
  'locales/en/small.json': englishJson,
};

/** Writes a folder of packs, which is gone after the test, and loads it. */
export function load(files: Files): Pack[] {
  return loadFrom(write(files));
}

/** What is said about a folder, one line a problem; the folder's own path is left out. */
export function complaints(files: Files): string[] {
  const root = write(files);
  try {
    loadFrom(root);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message.replaceAll(root, '').split('\n');
  }
  return [];
}

function write(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'packs-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'content'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

function loadFrom(root: string): Pack[] {
  return loadPacks({ content: join(root, 'content'), locales: join(root, 'locales') });
}
