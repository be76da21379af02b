// From a photo to its result: send, follow the task, show before and after.

import {$, make, pause} from './dom.js';
import {hideProblem, showProblem} from './filters.js';

const sent = []; // newest first: {file, url, pipeline, state, text, result}
let shown = null;

/** The answer once the gateway takes the photo. A key makes it safe to send the same again. */
async function submit(item) {
  const key = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join('-');
  for (let tries = 1; ; tries++) {
    const response = await fetch('/v1/images?pipeline=' + encodeURIComponent(item.pipeline), {
      method: 'POST', body: item.file, headers: {'Idempotency-Key': key},
    }).catch(() => null);
    if (response?.ok) return response.json();
    const problem = await response?.json().catch(() => null);
    const again = !response || response.status === 429 || response.status === 503;
    if (!again || tries === 20) throw problem ?? {detail: 'The gateway does not answer.'};
    say(item, 'busy', `${problem?.title ?? 'The gateway does not answer'}: trying again`);
    await pause(1000 * Number(response?.headers.get('Retry-After') ?? 1));
  }
}

async function follow(item, task) {
  for (let wait = 100; ; wait = Math.min(wait * 1.5, 1000)) {
    if (task.state === 'done') return task;
    if (task.state === 'dead' || task.state === 'cancelled') {
      throw {detail: `The task was given up: ${task.error ?? task.state}`};
    }
    say(item, 'busy', {pending: 'waiting for a worker', processing: 'in work', delayed: 'will be retried'}[task.state]);
    await pause(wait);
    const response = await fetch(task.task).catch(() => null);
    if (response?.ok) task = await response.json();
    else if (response?.status === 404) throw {detail: 'The queue no longer knows this task.'};
  }
}

/** Sends a photo with the filters of now, and shows what becomes of it. */
export async function run(file) {
  const item = {file, url: URL.createObjectURL(file), pipeline: $('pipeline').value};
  sent.unshift(item);
  sent.splice(12).forEach((old) => URL.revokeObjectURL(old.url));
  shown = item;
  const started = performance.now();
  try {
    say(item, 'busy', 'sending');
    hideProblem();
    const task = await follow(item, await submit(item));
    item.pipeline = task.pipeline;
    item.result = task.result;
    say(item, 'done', `done in ${((performance.now() - started) / 1000).toFixed(1)} s by ${task.worker}`);
  } catch (problem) {
    showProblem(problem);
    say(item, 'failed', problem.detail ?? String(problem));
  }
}

function say(item, state, text) {
  Object.assign(item, {state, text});
  show();
}

function show() {
  $('again').disabled = !shown;
  $('progress').dataset.state = shown.state;
  $('progress').textContent = `${shown.file.name}: ${shown.text}`;
  $('compare').hidden = !shown.result;
  if (shown.result && $('after').getAttribute('src') !== shown.result) {
    $('before').src = shown.url;
    $('after').src = shown.result;
    $('caption').textContent = shown.pipeline || '(no filter)';
    $('download').href = shown.result;
  }
  if (sent.length < 2) return;
  $('history').replaceChildren(...sent.map((item) => {
    const button = make('button', {type: 'button'},
      make('img', {src: item.result ?? item.url, alt: ''}),
      make('span', {}, make('i', {className: 'dot'}), item.state));
    button.dataset.state = item.state;
    button.setAttribute('aria-pressed', item === shown);
    button.setAttribute('aria-label', `${item.file.name}, ${item.pipeline || 'no filter'}: ${item.state}`);
    button.onclick = () => { shown = item; show(); };
    return make('li', {}, button);
  }));
}

/** Sends the photo that is shown once more: the filters may have changed. */
export function runAgain() {
  if (shown) run(shown.file);
}
