// The page of the gateway: filters as chips, photos to tasks, and what the queue and workers do now.
// No library and no other server: what runs here can be read here.

const $ = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

// ---------------------------------------------------------------- filters

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

function showChips() {
  hideProblem();
  const steps = parse($('pipeline').value);
  $('chips-hint').textContent = steps
    ? 'They run from left to right.'
    : 'This text names a filter that has no chip: the server will say more.';
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

async function showPalette() {
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

function showProblem(problem) {
  const aboutPipeline = problem.type === 'urn:imaging:bad-pipeline';
  $('pipeline').setAttribute('aria-invalid', aboutPipeline);
  if (aboutPipeline) {
    $('problem').textContent = `${problem.detail}\n\n${problem.caret}`;
    $('problem').hidden = false;
    $('pipeline').focus();
  }
}

function hideProblem() {
  $('problem').hidden = true;
  $('pipeline').removeAttribute('aria-invalid');
}

// ---------------------------------------------------------------- photos

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

async function run(file) {
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

/** A picture for who has none at hand: drawn here, sent as any other. */
function drawSample() {
  const canvas = make('canvas', {width: 960, height: 640});
  const pen = canvas.getContext('2d');
  const sky = pen.createLinearGradient(0, 0, 0, 640);
  [['#1e2a78', 0], ['#ff7e5f', .55], ['#feb47b', .7], ['#23395d', .7], ['#0b132b', 1]].forEach(([colour, at]) => sky.addColorStop(at, colour));
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 960, 640);
  pen.fillStyle = '#fff3c4';
  pen.beginPath();
  pen.arc(180 + Math.random() * 600, 380, 60, 0, 7);
  pen.fill();
  for (let hill = 0; hill < 4; hill++) {
    pen.fillStyle = `hsl(${210 + hill * 12} 40% ${30 - hill * 6}%)`;
    pen.beginPath();
    pen.moveTo(0, 640);
    const [first, second] = [Math.random() * 9, 60 + Math.random() * 60];
    for (let x = 0; x <= 960; x += 8) pen.lineTo(x, 400 + hill * 55 - 40 * Math.sin(x / second + first) - 18 * Math.sin(x / 31 + hill));
    pen.lineTo(960, 640);
    pen.fill();
  }
  canvas.toBlob((blob) => run(new File([blob], 'drawn.png', {type: 'image/png'})));
}

// ---------------------------------------------------------------- queue and workers

const open = []; // tasks waiting and in work, one number a second

function showStatus({queue, workers}) {
  for (const name of ['pending', 'processing', 'delayed', 'dead', 'done', 'lost']) {
    $(name).textContent = queue[name].toLocaleString('en');
  }
  $('dead').classList.toggle('bad', queue.dead > 0);
  $('lost').classList.toggle('bad', queue.lost !== 0);
  open.push(queue.pending + queue.processing);
  open.splice(0, open.length - 120);
  drawChart();
  const alive = workers.filter((worker) => worker.alive);
  $('alive').textContent = `${alive.length} alive`;
  $('no-workers').hidden = alive.length > 0;
  $('workers').replaceChildren(...workers.filter((worker) => worker.alive || worker.holding > 0)
    .sort((one, other) => one.name.localeCompare(other.name)).map(showWorker));
}

function showWorker(worker) {
  const doing = !worker.alive ? 'lost, its tasks go to others' : worker.holding ? 'in work' : 'idle';
  const line = make('li', {}, make('span', {className: 'dot'}), make('b', {textContent: worker.name}),
    make('span', {textContent: worker.done == null ? '' : `${worker.done.toLocaleString('en')} done`}),
    make('small', {textContent: doing + (worker.task ? `: ${worker.task}` : '')}));
  line.dataset.state = !worker.alive ? 'lost' : worker.holding ? 'busy' : 'up';
  return line;
}

function drawChart() {
  const most = Math.max(1, ...open);
  const points = open.map((value, at) => `${300 - (open.length - 1 - at) * 2.5},${62 - value / most * 56}`);
  $('line').setAttribute('d', 'M' + points.join('L'));
  $('area').setAttribute('d', `M${points.join('L')}L300,64L${300 - (open.length - 1) * 2.5},64Z`);
  $('chart-top').textContent = `most: ${Math.max(0, ...open).toLocaleString('en')}`;
}

function health(state, text) {
  if ($('health-text').textContent === text) return;
  $('health').dataset.state = state;
  $('health-text').textContent = text;
}

async function watch() {
  for (;;) {
    if (!document.hidden) {
      const response = await fetch('/v1/status').catch(() => null);
      if (response?.ok) {
        showStatus(await response.json());
        health('up', 'connected');
      } else {
        health('down', response ? 'queue away' : 'gateway away');
      }
    }
    await pause(1000);
  }
}

// ---------------------------------------------------------------- wiring

const runAll = (files) => [...files].forEach(run);
$('file').onchange = () => { runAll($('file').files); $('file').value = ''; };
$('drop').ondragover = (event) => { event.preventDefault(); $('drop').classList.add('over'); };
$('drop').ondragleave = () => $('drop').classList.remove('over');
document.ondragover = (event) => event.preventDefault(); // a photo dropped beside must not replace the page
document.ondrop = (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  runAll(event.dataTransfer.files);
};
document.onpaste = (event) => runAll(event.clipboardData.files);
$('again').onclick = () => run(shown.file);
$('sample').onclick = drawSample;
$('pipeline').oninput = showChips;
$('pipeline').onkeydown = (event) => { if (event.key === 'Enter' && shown) run(shown.file); };
$('split').oninput = () => $('stage').style.setProperty('--split', $('split').value + '%');
$('pipeline').value = 'grayscale|blur:radius=3';
showPalette();
watch();
