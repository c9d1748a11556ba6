import process from 'node:process';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ContentError } from '../content/load.ts';

/** The command line is wrong: the sentence is shown above the usage, and the tool ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file that was given cannot be used: the message is all there is to say, and the tool ends with 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The tool's arguments. @throws UsageError for an option it does not know, or one without its value. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node goes on with advice on arguments that begin with a dash, which no question does.
    throw new UsageError(`${messageOf(error).split('. ', 1)[0]?.replace(/\.$/, '')}.`);
  }
}

/** Runs a tool to its end; whatever it throws becomes words on standard error and an exit status. */
export async function runTool(
  usage: string,
  tool: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  process.stdout.on('error', leaveWithReader);
  try {
    const args = process.argv.slice(2);
    if (args.some((one) => one === '--help' || one === '-h')) process.stdout.write(usage);
    else process.exitCode = await tool(args);
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    process.stderr.write(`${inWords(error, usage)}\n`);
  }
}

function inWords(error: unknown, usage: string): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage.trimEnd()}`;
  if (error instanceof ContentError || error instanceof InputError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whoever reads a pipe may have seen enough, as `head` has. */
function leaveWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
