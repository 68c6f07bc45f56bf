import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { write } from '../requests.js';

const WHYS = [0, 1, 2, 3, 4];
const TEXTS = ['cause', 'prevention', 'thanks'];

/** Writes what was found out: five whys, the cause, what prevents it, thanks. */
class AnalysisForm extends FormElement {
  static properties = { number: { attribute: false }, page: { attribute: false } };
  static texts = { 412: 'analysis.changed-since' };

  render() {
    const { report } = this.page;
    return html`<form class="form" novalidate @submit=${this.#send}>
      <h2>${t('analysis.write')}</h2>
      <p class="soft">${t('analysis.hint')}</p>
      ${WHYS.map((at) =>
        this.#area(`why-${at}`, t('analysis.why', { number: at + 1 }), report.whys[at], 500, `whys[${at}]`),
      )}
      ${TEXTS.map((name) => this.#area(name, t(`analysis.${name}`), report[name], 3000, name))}
      ${this.trouble(...TEXTS)}
      <p class="buttons">
        <button class="go" data-action="save-analysis" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #area(name, label, text, most, field) {
    const error = this.wrong(field, name);
    return html`<div class="entry">
      <label for="analysis-${name}">${label}</label>
      <textarea
        id="analysis-${name}"
        name=${name}
        maxlength=${most}
        .defaultValue=${text ?? ''}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="analysis-${name}-error"
      ></textarea>
      <p class="trouble" id="analysis-${name}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const { cause, prevention, thanks } = said;
    const whys = WHYS.map((at) => said[`why-${at}`]);
    const act = () => write(this.number, this.page.version, { whys, cause, prevention, thanks });
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('analysis-form', AnalysisForm);
