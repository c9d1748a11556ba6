import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Figure, inWords, isMet } from './bench/figure.ts';
import { InputError, readArguments, runTool, UsageError } from './commandLine.ts';

const parts = ['search', 'startup', 'bot', 'quiz'] as const;
type Part = (typeof parts)[number];

const usage = `Measures the figures of the README, side by side with the alternatives, in some minutes.

  npm run bench

  --only PARTS   some of: ${parts.join(', ')}; separated by commas
  --json         the figures as JSON

It ends with 1 where a promise of the quizzes is not kept: the table says which. The others are figures, not promises,
as they hang on the machine. It needs the development packages, and a machine that does little else meanwhile.
`;

const options = {
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

async function bench(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 0)
    throw new UsageError(`'${positionals[0]}' stands alone: --only takes the parts.`);
  const chosen = values.only === undefined ? parts : chosenOf(values.only);
  const { version } = process;
  const machine = `Node ${version.slice(1)} on ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown CPU'}`;
  if (!values.json) process.stdout.write(`${machine}\n`);
  const figures: Figure[] = [];
  // One after the other, each in a process of its own: what one leaves behind would weigh on the next.
  for (const part of chosen)
    for (const figure of await measure(part)) {
      figures.push(figure);
      if (!values.json) process.stdout.write(`\n${inWords(figure)}\n`);
    }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, figures }, null, 2)}\n`);
  return figures.flatMap(({ goals }) => goals).every(isMet) ? 0 : 1;
}

function chosenOf(list: string): readonly Part[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined)
    throw new UsageError(`--only does not know '${unknown}': choose of ${parts.join(', ')}.`);
  return parts.filter((part) => names.includes(part));
}

const runner = fileURLToPath(new URL('../../test/bench/run.ts', import.meta.url));

/** @throws InputError where the part cannot be measured; what it had to say is on standard error then */
async function measure(part: Part): Promise<readonly Figure[]> {
  const child = spawn(process.execPath, [runner, part], { stdio: ['ignore', 'pipe', 'inherit'] });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const code = await promise;
  if (code !== 0) throw new InputError(`The part '${part}' could not be measured: it ended with ${code}.`);
  return JSON.parse(written) as readonly Figure[];
}

await runTool(usage, bench);
