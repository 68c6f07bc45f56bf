import { svg } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';

/** Pictures of ours to choose among, drawn in lines. */
const DRAWN = {
  sun: svg`<circle cx="50" cy="36" r="14" />
    <path d="M50 8v8M50 56v8M22 36h8M70 36h8M30 16l6 6M64 50l6 6M70 16l-6 6M36 50l-6 6" />`,
  clouds: svg`<path d="M30 54h34a13 13 0 0 0 1-26 18 18 0 0 0-34-3 15 15 0 0 0-1 29z" />
    <path d="M68 58h10a9 9 0 0 0 2-18" />`,
  storm: svg`<path d="M30 42h36a12 12 0 0 0 1-24 18 18 0 0 0-34-2 13 13 0 0 0-3 26z" />
    <path d="M52 44l-10 14h12l-8 12" />`,
  bridge: svg`<path d="M6 54h88M22 54V22M78 54V22M6 40c8-4 14-10 16-18 6 16 16 24 28 24s22-8 28-24c2 8 8 14 16 18" />
    <path d="M36 54V41M50 54V46M64 54V41" />`,
  wall: svg`<path d="M14 16h72v46H14zM14 31h72M14 47h72M38 16v15M62 16v15" />
    <path d="M26 31v16M50 31v16M74 31v16M38 47v15M62 47v15" />`,
  path: svg`<path d="M36 66c2-14 26-16 24-28S36 28 44 14" />
    <path d="M58 66c4-12 20-16 18-30S52 26 54 14M20 14h60" />`,
  hourglass: svg`<path d="M32 10h36M32 62h36M36 10c0 16 28 20 28 26s-28 10-28 26M64 10c0 16-28 20-28 26s28 10 28 26" />
    <path d="M44 58h12M46 22h8" />`,
  lighthouse: svg`<path d="M42 62l4-34h8l4 34zM45 28v-8h10v8M30 62h40M44 44h12" />
    <path d="M20 18l20 5M20 30l20-3M80 18l-20 5M80 30l-20-3" />`,
};

/** A picture by its name; who hears it hears the words beside it. */
class SurveyPicture extends LightElement {
  static properties = { name: { attribute: false } };

  render() {
    return svg`<svg class="survey-picture" viewBox="0 0 100 72" aria-hidden="true">${DRAWN[this.name]}</svg>`;
  }
}

customElements.define('survey-picture', SurveyPicture);
