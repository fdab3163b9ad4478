import { type Command, type Flag, HELP } from './command';
import { COMMANDS } from './commands';

const VERSION: Flag = { name: 'version', summary: 'print the version' };

/** The help of the program, or of one command. */
export function usage(command?: Command): string {
  if (command !== undefined) {
    return `Usage: idp-synth ${command.name} [flags]\n\n${command.summary}\n\n${flagLines([...command.flags, HELP])}`;
  }
  const commands = rows(
    [...COMMANDS, { name: 'help', summary: 'print the help of a command' }].map(({ name, summary }) => [name, summary]),
  );
  return [
    'Usage: idp-synth <command> [flags]',
    'From the project: npm run <command> -- [flags]',
    `Commands:\n${commands}`,
    flagLines([HELP, VERSION]),
  ].join('\n\n');
}

function flagLines(flags: readonly Flag[]): string {
  return `Flags:\n${rows(flags.map(({ name, value, summary }) => [`--${name}${value === undefined ? '' : ` <${value}>`}`, summary]))}`;
}

function rows(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
