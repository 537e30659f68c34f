// Whose error it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { described, isOfExtension } from '../../web/src/fault';

function thrown(message: string, ...places: string[]): Error {
  const error = new Error(message);
  error.stack = [`Error: ${message}`, ...places.map((place) => `    at ${place}`)].join('\n');
  return error;
}

const ours = 'show (http://localhost:8080/host.js:3:17)';
const injected = 'o (chrome-extension://abcdefgh/page.js:1:204)';

test('an error belongs to who threw it, not to who called', () => {
  assert.equal(isOfExtension(thrown('gone', injected, ours)), true);
  assert.equal(isOfExtension(thrown('gone', ours, injected)), false);
  assert.equal(isOfExtension(thrown('gone', 'moz-extension://4f2c/page.js:1:9')), true);
});

test('an address in the message says nothing', () => {
  assert.equal(isOfExtension(thrown('no chrome-extension://abc/x.js', ours)), false);
  assert.equal(isOfExtension(thrown('no http://localhost:8080/host.js', injected)), true);
});

test('what has no places is ours', () => {
  assert.equal(isOfExtension(thrown('gone')), false);
  assert.equal(isOfExtension('chrome-extension://abc/x.js'), false);
  assert.equal(isOfExtension(undefined), false);
});

test('is described with its message and where it was thrown', () => {
  const error = thrown('gone', ours);
  assert.equal(described(error), error.stack);
  error.stack = ours; // as Firefox writes it
  assert.equal(described(error), `Error: gone\n${ours}`);
  assert.equal(described(3), '3');
});
