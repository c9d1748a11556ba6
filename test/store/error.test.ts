import { describe, expect, it } from 'vitest';
import { inWords, StoreError, toStoreError } from '../../src/store/error.ts';

const withCode = (code: string) => Object.assign(new Error('the words of a driver'), { code });

describe('An error of a driver', () => {
  it.each([
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['53100', 'full'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['EROFS', 'read-only'],
    ['25006', 'read-only'],
    ['SQLITE_CANTOPEN_ISDIR', 'denied'],
    ['EACCES', 'denied'],
    ['28P01', 'denied'],
    ['28000', 'denied'],
    ['42501', 'denied'],
    ['SQLITE_BUSY_SNAPSHOT', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['57P01', 'unreachable'],
    ['08006', 'unreachable'],
    ['53300', 'unreachable'],
    ['55P03', 'unreachable'],
    ['57014', 'unreachable'],
    ['25P03', 'unreachable'],
    ['3D000', 'failed'],
    ['42P07', 'failed'],
    ['SQLITE_CORRUPT_VTAB', 'failed'],
    ['SQLITE_NOTADB', 'failed'],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'failed'],
    ['23505', 'failed'],
  ])('%s is %s', (code, expected) => {
    const cause = withCode(code);
    const error = toStoreError(cause);
    expect(error.code).toBe(expected);
    expect(error.cause).toBe(cause);
    expect(error.message).not.toContain('the words of a driver');
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
  ])('without a code, "%s" is a lost connection', (message) => {
    expect(toStoreError(new Error(message)).code).toBe('unreachable');
  });

  it('to several addresses at once is a lost connection', () => {
    const both = Object.assign(new AggregateError([withCode('ECONNREFUSED')]), { code: 'ECONNREFUSED' });
    expect(toStoreError(both).code).toBe('unreachable');
  });

  it('that is not foreseen says where to look', () => {
    expect(toStoreError('no error at all')).toMatchObject({
      code: 'failed',
      message: 'The database reported an error that is not foreseen. The log has it.',
      cause: 'no error at all',
    });
  });

  it('is put in words once', async () => {
    const error = new StoreError('full', 'No room.');
    expect(toStoreError(error)).toBe(error);
    await expect(inWords(Promise.reject(error))).rejects.toBe(error);
    expect(await inWords(Promise.resolve(5))).toBe(5);
  });
});
