import { expect, test } from 'vitest'
import { jsonIn, type Reply } from '../../src/setup/reply'

const ok = (text: string, type = 'application/json'): Reply => ({ status: 200, type, text })

test.each<[string, Reply, object]>([
  ['JSON', ok('{"a":1}'), { json: { a: 1 } }],
  ['JSON that calls itself a page', ok(' {"a":1}', 'text/html'), { json: { a: 1 } }],
  ['null', ok('null'), { json: null }],
  ['a page', ok('<!doctype html><title>Log in</title>', 'text/html; charset=UTF-8'), { failed: 'html' }],
  ['a page that calls itself JSON', ok('\n<html>'), { failed: 'html' }],
  ['nothing', ok(''), { failed: 'empty' }],
  ['blanks', ok(' \n'), { failed: 'empty' }],
  ['half of an answer', ok('{"results":['), { failed: 'not-json' }],
  ['brackets a hundred thousand deep', ok('['.repeat(100_000)), { failed: 'not-json' }],
  ['a refusal', { status: 403, type: 'application/json', text: '{}' }, { failed: 'forbidden', status: 403 }],
  ['no such page', { status: 404, type: 'text/html', text: '' }, { failed: 'not-there', status: 404 }],
  ['maintenance', { status: 503, type: 'text/html', text: '' }, { failed: 'status', status: 503 }],
  ['an answer that was too large', { failed: 'too-large' }, { failed: 'too-large' }],
])('%s is read as what it is', (_, reply, answer) => expect(jsonIn(reply)).toEqual(answer))

test('brackets a hundred thousand deep that are closed do no harm', () => {
  const depth = 100_000
  expect(() => jsonIn(ok('['.repeat(depth) + ']'.repeat(depth)))).not.toThrow()
})
