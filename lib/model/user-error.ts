/**
 * A failure that the user can mend: the CLI prints its message without a stack and exits with 1.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
