const TONES = {
  good: [[880, 0, 0.09]],
  bad: [[220, 0, 0.16], [180, 0.2, 0.24]],
  note: [[660, 0, 0.07], [880, 0.09, 0.09]],
};
const SHAKES = { good: 30, bad: [120, 60, 120], note: [30, 40, 30] };
let audio;

/** Says by sound and shaking what the page says by colour and word; quiet where that is wanted. */
export function sound(name, quiet = false) {
  if (navigator.userActivation?.hasBeenActive) {
    navigator.vibrate?.(SHAKES[name]); // Before anybody touched the page, browsers complain of it.
  }
  if (quiet) {
    return;
  }
  try {
    audio ??= new AudioContext();
    audio.resume();
    TONES[name].forEach(([pitch, from, length]) => tone(pitch, audio.currentTime + from, length));
  } catch {
    // Where there is no sound, there are colours and words.
  }
}

function tone(pitch, from, length) {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0.25, from);
  gain.gain.exponentialRampToValueAtTime(0.001, from + length);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(from + length);
}
