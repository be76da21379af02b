// What the queue and the workers do now.

import {$, make, pause} from './dom.js';

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

/** Looks once a second, as long as somebody looks at the page. */
export async function watch() {
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
