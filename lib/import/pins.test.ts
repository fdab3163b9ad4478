import { parsePins } from './pins';

const SHA = 'a'.repeat(64);

test('a pin has defaults, and keeps the order of its files', () => {
  const text = `app: x\ncrds:\n- {name: a, version: v1.2.3, url: 'https://example.com/1.2.3/', files: {z.yaml: ${SHA}, sub/a.yaml: ${SHA}}}\n`;
  expect(parsePins(text)).toEqual([
    {
      name: 'a',
      version: 'v1.2.3',
      mirror: 'a@v1.2.3',
      url: 'https://example.com/1.2.3/',
      format: 'crd',
      helmTemplate: false,
      classes: [],
      files: [
        { path: 'z.yaml', sha256: SHA },
        { path: 'sub/a.yaml', sha256: SHA },
      ],
    },
  ]);
});

test('all that is wrong is said at once', () => {
  const text = `crds:\n- {name: a, version: v2, url: 'https://example.com/v1/', files: {a.yaml: 12ab}}\n- {name: b, version: v1, url: 'https://example.com/v1', kinds: [], format: yaml, files: {}}\n- {name: c}\n`;
  expect(message(text)).toMatchInlineSnapshot(`
"the pinned CRDs cannot be read:
  cdk8s.yaml:crds[0].files["a.yaml"] is not a sha256 in hexadecimal; give 64 digits
  cdk8s.yaml:crds[0].url does not name the version; give the URL of that version
  cdk8s.yaml:crds[1] has the unknown key "kinds"; a pin has name, version, mirror, url, format, helmTemplate, classes and files
  cdk8s.yaml:crds[1].format is none of crd, jsonschema
  cdk8s.yaml:crds[1].url is not a URL that ends with a slash; give the directory of the files
  cdk8s.yaml:crds[2].files is missing; give a record
  cdk8s.yaml:crds[2].url is missing; give a string
  cdk8s.yaml:crds[2].version is missing; give a string"
`);
});

test.each(['crds: []\n', 'app: x\n', '\n'])('a project without pins is told so: %j', (text) => {
  expect(message(text)).toMatch(/^the pinned CRDs cannot be read:\n {2}cdk8s.yaml:\S* is /);
});

test('a file that is no YAML is told so', () => {
  expect(message('crds: [\n')).toMatch(/^cdk8s.yaml cannot be parsed: /);
});

function message(text: string): string {
  try {
    parsePins(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}
