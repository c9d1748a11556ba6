import type { Log, LogFields } from '../../src/log.ts';

export interface Line {
  readonly level: string;
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that keeps its lines. */
export function memoryLog(lines: Line[] = []): Log & { readonly lines: Line[] } {
  const at = (level: string) => (fields: LogFields, event: string) => {
    lines.push({ level, event, fields });
  };
  return {
    lines,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    child: () => memoryLog(lines),
  };
}
