// The page of the gateway: no library, no other server; what runs here can be read here.

import {$} from './dom.js';
import {showChips, showPalette} from './filters.js';
import {run, runAgain} from './photos.js';
import {drawSample} from './sample.js';
import {watch} from './status.js';

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
$('again').onclick = runAgain;
$('sample').onclick = () => drawSample(run);
$('pipeline').oninput = showChips;
$('pipeline').onkeydown = (event) => { if (event.key === 'Enter') runAgain(); };
$('split').oninput = () => $('stage').style.setProperty('--split', $('split').value + '%');
$('pipeline').value = 'grayscale|blur:radius=3';
showPalette();
watch();
