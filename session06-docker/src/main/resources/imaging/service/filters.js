// Filters as chips and as text. The text is what counts; the chips show it and edit it.

import {$, make} from './dom.js';

const GOOD_START = {radius: 3, factor: 1.4};
let definitions = [];

/** What the text says, as [{name, values}], or null where it is more than chips can show. */
function parse(text) {
  const steps = [];
  for (const part of text.split('|').map((piece) => piece.trim()).filter((piece) => piece)) {
    const [name, rest = ''] = part.split(':').map((piece) => piece.trim());
    const definition = definitions.find((known) => known.name === name);
    if (!definition) return null;
    const values = {};
    for (const pair of rest.split(',').filter((piece) => piece.trim())) {
      const [key, value] = pair.split('=').map((piece) => piece?.trim());
      values[key] = value;
    }
    steps.push({name, values});
  }
  return steps;
}

function write(steps) {
  return steps.map(({name, values}) => {
    const pairs = Object.entries(values).map(([key, value]) => `${key}=${value}`);
    return name + (pairs.length ? ':' + pairs.join(',') : '');
  }).join('|');
}

function change(edit) {
  const steps = parse($('pipeline').value) ?? [];
  edit(steps);
  $('pipeline').value = write(steps);
  showChips();
}

export function showChips() {
  hideProblem();
  const steps = parse($('pipeline').value);
  $('chips-hint').textContent = steps
    ? 'They run from left to right.'
    : 'This text names a filter that has no chip: the server will say more.';
  $('chips').hidden = !steps;
  $('chips').replaceChildren(...(steps ?? []).map((step, at) => chip(step, at, steps.length)));
}

function chip(step, at, count) {
  const button = (label, sign, disabled, edit) => {
    const element = make('button', {type: 'button', textContent: sign, disabled});
    element.setAttribute('aria-label', `${label} ${step.name}`);
    element.onclick = () => {
      change(edit);
      ($('chips').querySelectorAll('li')[at] ?? $('palette')).querySelector('button')?.focus();
    };
    return element;
  };
  const inputs = definitions.find(({name}) => name === step.name).parameters.map((parameter) => {
    const input = make('input', {
      type: 'number', min: parameter.min, max: parameter.max,
      step: parameter.type === 'whole' ? 1 : 0.1, value: step.values[parameter.name] ?? '',
    });
    input.oninput = () => {
      const steps = parse($('pipeline').value);
      steps[at].values[parameter.name] = input.value;
      $('pipeline').value = write(steps);
      hideProblem();
    };
    return make('label', {}, parameter.name, input);
  });
  return make('li', {}, make('span', {textContent: step.name}), ...inputs,
    button('Earlier:', '\u2190', at === 0, (steps) => steps.splice(at - 1, 0, ...steps.splice(at, 1))),
    button('Later:', '\u2192', at === count - 1, (steps) => steps.splice(at + 1, 0, ...steps.splice(at, 1))),
    button('Remove', '\u2715', false, (steps) => steps.splice(at, 1)));
}

/** Asks the gateway which filters there are, and makes a button for each. */
export async function showPalette() {
  definitions = await (await fetch('/v1/filters')).json();
  $('palette').replaceChildren(...definitions.map((definition) => {
    const button = make('button', {type: 'button', textContent: definition.name, title: definition.summary});
    button.onclick = () => change((steps) => steps.push({
      name: definition.name,
      values: Object.fromEntries(definition.parameters.map(({name}) => [name, GOOD_START[name] ?? 1])),
    }));
    return button;
  }));
  showChips();
}

/** Shows what is wrong with the pipeline, if that is what the gateway complains of. */
export function showProblem(problem) {
  const aboutPipeline = problem.type === 'urn:imaging:bad-pipeline';
  $('pipeline').setAttribute('aria-invalid', aboutPipeline);
  if (aboutPipeline) {
    $('problem').textContent = `${problem.detail}\n\n${problem.caret}`;
    $('problem').hidden = false;
    $('pipeline').focus();
  }
}

export function hideProblem() {
  $('problem').hidden = true;
  $('pipeline').removeAttribute('aria-invalid');
}
