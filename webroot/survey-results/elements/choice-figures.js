import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { change, range, written } from '../reading/figures.js';

/** What became of each choice: a share of those who answered, or its mean place in their order. */
class ChoiceFigures extends LightElement {
  static properties = { result: { attribute: false } };

  render() {
    const { result } = this;
    return html`<ul class="choice-figures">
      ${result.choices.map((choice) => this.#choice(choice, result.answered.n))}
    </ul>`;
  }

  #choice({ text, n, share, place }, of) {
    const [kind, figure] = share ? ['share', share] : ['place', place];
    return html`<li>
      <p>${wording(text)}</p>
      ${share ? this.#bar(share) : nothing}
      <p class="soft">
        ${place ? t('survey-figures.first-place', { count: n, of }) : t('survey-figures.chosen', { count: n, of })}
        ${figure ? this.#figure(kind, figure) : nothing}
      </p>
      ${figure?.since ? html`<p class="trend" data-trend=${figure.since.trend}>${change(kind, figure)}</p>` : nothing}
    </li>`;
  }

  /** The share, and over it where it lies. */
  #bar({ value, interval }) {
    const percent = (part) => `${Math.round(part * 100)}%`;
    const wide = percent(interval.high - interval.low);
    return html`<svg class="figure-bar" aria-hidden="true">
      <rect width=${percent(value)} height="100%" />
      <rect class="range" x=${percent(interval.low)} width=${wide} y="40%" height="20%" />
    </svg>`;
  }

  #figure(kind, figure) {
    const value = written(kind, figure.value);
    return html` · ${kind === 'place' ? t('survey-figures.place') : ''} ${value} · ${range(kind, figure)}`;
  }
}

customElements.define('choice-figures', ChoiceFigures);
