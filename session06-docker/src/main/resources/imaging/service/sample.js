import {make} from './dom.js';

/** A picture for who has none at hand: drawn here, sent as any other. */
export function drawSample(use) {
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
  canvas.toBlob((blob) => use(new File([blob], 'drawn.png', {type: 'image/png'})));
}
