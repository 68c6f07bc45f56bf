import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { product } from '../reading/sentences.js';
import { isStale } from '../reading/standing.js';
import './stage-window.js';

/** The window of one line, under its name where there are others. */
class LineWindow extends LightElement {
  static properties = {
    page: { attribute: false },
    line: { attribute: false },
    named: { attribute: false },
  };

  render() {
    const { page, line, named } = this;
    const heading = named ? t('line.heading', { number: line.number, what: product(line) }) : t('window.label');
    return html`<section class="line" data-line=${line.number} aria-labelledby="line-${line.number}">
      <h2 id="line-${line.number}" class=${named ? '' : 'visually-hidden'}>${heading}</h2>
      <stage-window
        .line=${line}
        .stale=${isStale(page, Date.now())}
        .frozen=${page.state === 'cancelled'}
        label=${heading}
      ></stage-window>
    </section>`;
  }
}

customElements.define('line-window', LineWindow);
