import { UserError } from '../model/user-error';
import { onDisk } from './disk-error';

test('names the file, the failure and the way out', () => {
  const full = () => onDisk('[K8s/a.yaml] cannot be written', () => fail('ENOSPC'));
  expect(full).toThrow(UserError);
  expect(full).toThrowErrorMatchingInlineSnapshot(
    `"[K8s/a.yaml] cannot be written: ENOSPC at /srv/K8s/a.yaml; the disk is full: free some space, then run it again"`,
  );
});

test('leaves a failure that no user can mend as it is', () => {
  expect(() => onDisk('[K8s/a.yaml] cannot be written', () => fail('EBADF'))).toThrow('it failed');
});

function fail(code: string): never {
  throw Object.assign(new Error('it failed'), { code, path: '/srv/K8s/a.yaml' });
}
