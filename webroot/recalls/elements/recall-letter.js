import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { chosen, lead, letterDay, news, placeName, progress, remedyName } from '../reading/notices.js';

/** The notice as a letter to print: what it is, which pieces, what to do, and where to answer. */
class RecallLetter extends LightElement {
  static properties = { notice: { attribute: false }, manufacturer: { attribute: false } };

  render() {
    const { notice } = this;
    const address = `${location.origin}/recall-notices/${notice.id}`;
    return html`<article class="recall-letter">
      <p class="buttons letter-bar">
        <button type="button" class="go" data-action="print" @click=${() => print()}>${t('recall.print')}</button>
        <a href="/recall-notices/${notice.id}">${t('recall.back')}</a>
      </p>
      <header>
        <p><strong>${this.manufacturer ?? ''}</strong></p>
        <p>${notice.company.name}</p>
        <p class="soft">${letterDay(notice.told.at)}</p>
        <h1>
          ${t(notice.state === 'cleared' ? 'recall.cleared' : 'recall.mark')}${t('colon')}${wording(notice.title)}
        </h1>
      </header>
      <p>${lead({ ...notice, nonconformance: undefined }, false)}</p>
      ${news(notice) ? html`<p>${news(notice)}</p>` : nothing}
      ${notice.state === 'cleared' ? html`<p>${t('recall.clear-text')}</p>` : this.#said(address)}
    </article>`;
  }

  #said(address) {
    const { notice } = this;
    const parts = notice.state === 'done' ? ['hazard', 'what'] : ['now', 'hazard', 'what'];
    return html`${parts.map(
        (part) => html`<h2>${t(`recall.${part}`)}</h2>
          <p>${wording(notice[part])}</p>`,
      )}
      <h2>${t('recall.your-pieces')}</h2>
      ${notice.lines.map(
        (line) => html`<p>${placeName(line)}${t('colon')}${line.codes.join(t('comma'))}</p>`,
      )}
      <h2>${t('recall.choice')}</h2>
      ${notice.choice && notice.acknowledged ? this.#chosen() : this.#offered(address)}`;
  }

  #offered(address) {
    return html`<ul>
        ${this.notice.remedies.map(
          (remedy) => html`<li><strong>${remedyName(remedy)}</strong>${t('colon')}${t(`recall.about.${remedy}`)}</li>`,
        )}
      </ul>
      <p>${t('recall.answer-at')} <span class="recall-address">${address}</span></p>`;
  }

  #chosen() {
    const { notice } = this;
    return html`<p>${chosen(notice)} ${t(`recall.about.${notice.choice.remedy}`)}</p>
      ${notice.begunAt ? html`<p>${progress(notice)}</p>` : nothing}`;
  }
}

customElements.define('recall-letter', RecallLetter);
