import { styleText } from 'node:util';

export type ColourName = 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a text, or leaves it as it is. */
export type Colour = (name: ColourName, text: string) => string;

export const plain: Colour = (_, text) => text;

/** Colours for a terminal that wants them (https://no-color.org); none for files and pipes. */
export function colourFor(stream: { readonly isTTY?: boolean }): Colour {
  return stream.isTTY === true && !process.env.NO_COLOR ? styleText : plain;
}
