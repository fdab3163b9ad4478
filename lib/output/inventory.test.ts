import { UserError } from '../model/user-error';
import { hashOf, inventoryText, parseInventory } from './inventory';

const HASH_A = hashOf('a\n');
const HASH_B = hashOf('b\n');

test('reads back what it writes, sorted whatever the order was', () => {
  const inventory = new Map([
    ['vault/values.yaml', HASH_B],
    ['k3d-cluster.yaml', HASH_A],
  ]);
  const text = `${HASH_A}  k3d-cluster.yaml\n${HASH_B}  vault/values.yaml\n`;
  expect(inventoryText(inventory)).toBe(text);
  expect(parseInventory(text, 'IT/.inventory')).toEqual(inventory);
});

test('hashes as sha256sum does', () => {
  expect(HASH_A).toBe('87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7');
});

test.each([
  ['empty', '', 'the end is missing'],
  ['cut off', `${HASH_A}  a.yaml\n${HASH_B}  b.ya`, 'the end is missing'],
  ['with a line that is none', `${HASH_A}  a.yaml\nhello\n`, 'line 2 is "hello", not a SHA-256 and a path'],
  [
    'with the line ends of Windows',
    `${HASH_A}  a.yaml\r\n`,
    `line 1 is "${HASH_A}  a.yaml\\r", not a SHA-256 and a path`,
  ],
  [
    'that lists a file twice',
    `${HASH_A}  a.yaml\n${HASH_B}  a.yaml\n`,
    `line 2 is "${HASH_B}  a.yaml", not sorted after a.yaml`,
  ],
  ['out of order', `${HASH_A}  b.yaml\n${HASH_B}  a.yaml\n`, `line 2 is "${HASH_B}  a.yaml", not sorted after b.yaml`],
  ['that leaves its tree', `${HASH_A}  ../x\n`, `line 1 is "${HASH_A}  ../x", not a SHA-256 and a path`],
  [
    'that leaves its tree half-way',
    `${HASH_A}  a/../../b\n`,
    `line 1 is "${HASH_A}  a/../../b", not a SHA-256 and a path`,
  ],
  ['with an absolute path', `${HASH_A}  /etc/passwd\n`, `line 1 is "${HASH_A}  /etc/passwd", not a SHA-256 and a path`],
])('refuses an inventory %s and says how to get it back', (_, text, found) => {
  expect(() => parseInventory(text, 'K8s/.inventory')).toThrow(
    new UserError(
      `[K8s/.inventory] is damaged: ${found}; restore it with \`git checkout HEAD -- K8s/.inventory\`, then run \`npm run synth\``,
    ),
  );
});

test.each(['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> feature'])(
  'names a merge conflict as such: %s',
  (line) => {
    expect(() => parseInventory(`${HASH_A}  a.yaml\n${line}\n`, 'IT/.inventory')).toThrow(
      new UserError(
        `[IT/.inventory] has a merge conflict: line 2 is "${line}"; take one side with \`git checkout --ours IT/.inventory\`, then run \`npm run synth\``,
      ),
    );
  },
);
