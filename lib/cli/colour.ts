/** Select graphic rendition codes of terminals; 39 goes back to the default. */
const CODES = { red: 31, green: 32, yellow: 33, cyan: 36 } as const;

export type ColourName = keyof typeof CODES;

/** Colours a text, or leaves it as it is. */
export type Colour = (name: ColourName, text: string) => string;

export const plain: Colour = (_, text) => text;

/** Colours for a terminal that wants them (https://no-color.org); none for files and pipes. */
export function colourFor(stream: { readonly isTTY?: boolean }): Colour {
  return stream.isTTY === true && !process.env.NO_COLOR ? coloured : plain;
}

const coloured: Colour = (name, text) => `\u001b[${CODES[name]}m${text}\u001b[39m`;
