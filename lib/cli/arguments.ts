import { parseArgs } from 'node:util';
import { type Command, type Flag, type FlagValues, HELP } from './command';
import { COMMANDS } from './commands';

/** What a command line asks for, or what is wrong with it. */
export type Request =
  | { readonly wants: 'command'; readonly command: Command; readonly flags: FlagValues }
  | { readonly wants: 'help'; readonly command?: Command }
  | { readonly wants: 'version' }
  | { readonly wants: 'usage'; readonly problems: readonly string[]; readonly command?: Command };

/** Reads the arguments behind the program's name. Without any it is the help that is wanted, as with git and kubectl. */
export function parseArguments(args: readonly string[]): Request {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return { wants: 'help' };
  if (first === '--version') return { wants: 'version' };
  if (first === 'help') return helpFor(rest);
  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) return { wants: 'usage', problems: [unknownCommand(first)] };
  return parseFlags(command, rest);
}

function helpFor(names: readonly string[]): Request {
  const [name] = names;
  if (name === undefined) return { wants: 'help' };
  const command = COMMANDS.find((one) => one.name === name);
  return command === undefined ? { wants: 'usage', problems: [unknownCommand(name)] } : { wants: 'help', command };
}

/** parseArgs in its strict mode stops at the first problem; its tokens tell all of them. */
function parseFlags(command: Command, args: readonly string[]): Request {
  const types = command.flags.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]);
  const options = { ...Object.fromEntries(types), help: { type: 'boolean', short: 'h' } };
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });

  const known = new Map([...command.flags, HELP].map((flag) => [flag.name, flag]));
  const flags: Record<string, string | true> = {};
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`unexpected argument ${JSON.stringify(token.value)}`);
    if (token.kind !== 'option') continue;
    const problem = flagProblem(token.rawName, known.get(token.name), token.inlineValue, token.value);
    if (problem !== undefined) problems.push(problem);
    else flags[token.name] = token.value ?? true;
  }
  if (problems.length > 0) return { wants: 'usage', problems, command };
  return flags.help === undefined ? { wants: 'command', command, flags } : { wants: 'help', command };
}

function flagProblem(
  given: string,
  flag: Flag | undefined,
  isInline: boolean | undefined,
  value: string | undefined,
): string | undefined {
  if (flag === undefined) return `unknown flag ${given}`;
  if (flag.value === undefined) {
    return value === undefined ? undefined : `${given} takes no value, found ${JSON.stringify(value)}`;
  }
  const isMissing = value === undefined || value === '' || (!isInline && value.startsWith('-'));
  return isMissing ? `${given} needs a ${flag.value}` : undefined;
}

function unknownCommand(name: string): string {
  const kind = name.startsWith('-') ? 'flag' : 'command';
  return `unknown ${kind} ${name}`;
}
