import path from 'node:path';

/**
 * The import rules between the rooms of the house, and the rule that shared/ has no clock and no
 * dice of its own, as a plugin for oxlint. Built-in rules match the text of an import; these
 * resolve it, so `../../electron/store` is caught however it is spelled, `import()` included.
 */
const rooms = ['electron', 'renderer', 'shared'];

/** Room of a file inside the project, or undefined; `file` is absolute, `root` the project. */
function roomOf(root, file) {
  const first = path.relative(root, file).split(path.sep)[0];
  return rooms.includes(first) ? first : undefined;
}

/** The way through the house of one import: which room asks, which room or package is asked for. */
function asked(root, file, specifier) {
  if (!specifier.startsWith('.')) return { package: specifier };
  const target = path.resolve(path.dirname(file), specifier);
  return { room: roomOf(root, target), inside: path.relative(root, target).split(path.sep) };
}

const isTest = (file) => /\.(test|bench)\.tsx?$/.test(file);

/** Why this import is not allowed, or undefined when it is. */
export function refusal(root, file, specifier, typeOnly) {
  const from = roomOf(root, file);
  if (from === undefined) return undefined;
  const inside = path.relative(root, file).split(path.sep);
  const to = asked(root, file, specifier);
  const isElectron = to.package === 'electron' || to.package?.startsWith('electron/');
  const isNode = to.package?.startsWith('node:');

  if (from === 'shared') {
    if (to.room && to.room !== 'shared') return `shared/ knows no other room: not ${to.room}/.`;
    if (isElectron) return 'shared/ knows no Electron.';
    if (isNode && !isTest(file)) return 'shared/ runs in every host: no Node built-ins.';
    if (/^(react|react-dom|react-i18next|@mantine)(\/|$|-)/.test(to.package ?? '')) {
      return 'shared/ draws nothing: no React.';
    }
  }
  if (from === 'renderer') {
    if (to.room === 'electron') return 'renderer/ reaches the desk through shared/contract only.';
    if (isElectron) return 'renderer/ knows no Electron: the same pages run in a plain browser.';
    if (isNode && !isTest(file)) return 'renderer/ runs in the browser: no Node built-ins.';
  }
  if (from === 'electron') {
    const shell = inside[1] === 'shell';
    if (to.room === 'renderer') return 'electron/ imports shared/ only, never renderer/.';
    if (isElectron && !typeOnly && !shell && inside[1] !== 'preload.ts') {
      return "Only electron/shell/ and the preload import 'electron' at run time; use `import type`.";
    }
    if (to.inside?.[1] === 'shell' && !typeOnly && !shell && inside[1] !== 'main.ts') {
      return 'electron/shell/ is entered from electron/main.ts only: all else runs without Electron.';
    }
  }
  return undefined;
}

const importsStayInTheirRoom = {
  create(context) {
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const message = refusal(context.cwd, context.filename, source.value, typeOnly);
      if (message) context.report({ node, message });
    };
    const allTypes = (node, kind) =>
      node[kind] === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every((one) => one[kind] === 'type'));
    return {
      ImportDeclaration: (node) => check(node, node.source, allTypes(node, 'importKind')),
      ExportNamedDeclaration: (node) => check(node, node.source, allTypes(node, 'exportKind')),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
    };
  },
};

const noClockNoDice = {
  create(context) {
    const message = 'shared/ has no clock and no dice: take `now` and ids as arguments.';
    const isGlobal = (node, name) => node.type === 'Identifier' && node.name === name;
    const asksThe = (callee, object, property) =>
      callee.type === 'MemberExpression' &&
      isGlobal(callee.object, object) &&
      callee.property.name === property;
    return {
      NewExpression(node) {
        if (isGlobal(node.callee, 'Date') && node.arguments.length === 0) {
          context.report({ node, message });
        }
      },
      CallExpression(node) {
        const { callee } = node;
        if (
          isGlobal(callee, 'Date') ||
          asksThe(callee, 'Date', 'now') ||
          asksThe(callee, 'Math', 'random') ||
          asksThe(callee, 'performance', 'now')
        ) {
          context.report({ node, message });
        }
      },
    };
  },
};

/** A rule holds because nobody can switch it off in passing: exceptions belong in .oxlintrc.json. */
const noSwitchingOff = {
  create(context) {
    return {
      Program() {
        const comment = context.sourceCode
          .getAllComments()
          .find((one) => /^\s*(oxlint|eslint)-(disable|enable)/.test(one.value));
        if (!comment) return;
        const line = comment.loc.start.line;
        context.report({
          loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
          message: `Line ${line} switches a rule off: an exception belongs in .oxlintrc.json.`,
        });
      },
    };
  },
};

export default {
  meta: { name: 'nuija' },
  rules: {
    'imports-stay-in-their-room': importsStayInTheirRoom,
    'no-clock-no-dice': noClockNoDice,
    'no-switching-off': noSwitchingOff,
  },
};
