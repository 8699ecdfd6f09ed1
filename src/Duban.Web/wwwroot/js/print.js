// The button is there only where pressing it prints; where scripts are off, the words beside it say how else to.
const button = document.querySelector('[data-print]');
button.hidden = false;
document.querySelector('[data-print-else]').hidden = true;
button.addEventListener('click', () => print());
