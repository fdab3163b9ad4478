import { version } from '../../package.json';
import { UserError } from '../model/user-error';
import { parseArguments } from './arguments';
import { type Command, EXIT, type Program } from './command';
import { usage } from './usage';

/**
 * Runs the CLI. A UserError is printed as it is; anything else that is thrown is a bug and keeps its stack.
 * @param args what follows the program's name
 * @returns the exit code, see EXIT
 */
export async function run(args: readonly string[], program: Program): Promise<number> {
  const request = parseArguments(args);
  switch (request.wants) {
    case 'help':
      console.log(usage(request.command));
      return EXIT.ok;
    case 'version':
      console.log(version);
      return EXIT.ok;
    case 'usage':
      console.error(request.problems.map((problem) => `idp-synth: ${problem}\n`).join(''));
      console.error(usage(request.command));
      return EXIT.usage;
    case 'command':
      return attempt(() => request.command.run(program, request.flags));
  }
}

async function attempt(action: () => ReturnType<Command['run']>): Promise<number> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof UserError) {
      console.error(error.message);
      return EXIT.failed;
    }
    console.error(error);
    console.error('\nThis is a bug in idp-synth; please report it with the lines above.');
    return EXIT.bug;
  }
}
