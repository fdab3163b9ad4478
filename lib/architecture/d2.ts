/** What a D2 diagram draws: shapes by their full path, arrows as `from -> to`. */
export interface Drawing {
  readonly shapes: readonly string[];
  readonly arrows: readonly string[];
}

const ARROW = /^([\w.]+)\s*(<->|->)\s*([\w.]+)/;
const CONTAINER = /^(\w+):\s*\{$/;
const SHAPE = /^(\w+)(?::\s*.+)?$/;
const ATTRIBUTES: ReadonlySet<string> = new Set(['direction', 'label', 'shape']);

/** The drawings of a Markdown text, one for each of its `d2` blocks. Reads the D2 that platform documents use, no more. */
export function drawings(markdown: string): Drawing[] {
  return [...markdown.matchAll(/```d2\n([\s\S]*?)```/g)].map(([, text = '']) => drawing(text));
}

function drawing(text: string): Drawing {
  const path: string[] = [];
  const shapes = new Set<string>();
  const arrows = new Set<string>();
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const arrow = ARROW.exec(line);
    if (arrow !== null) {
      const [, from = '', sign, to = ''] = arrow;
      arrows.add(`${qualify(path, from)} ${sign} ${qualify(path, to)}`);
    } else if (line === '}') {
      path.pop();
    } else {
      addShape(line, path, shapes);
    }
  }
  return { shapes: [...shapes], arrows: [...arrows] };
}

function addShape(line: string, path: string[], shapes: Set<string>): void {
  const container = CONTAINER.exec(line)?.[1];
  const name = container ?? SHAPE.exec(line)?.[1];
  if (name === undefined || ATTRIBUTES.has(name)) return;
  shapes.add(qualify(path, name));
  if (container !== undefined) path.push(container);
}

function qualify(path: readonly string[], name: string): string {
  return [...path, name].join('.');
}
