import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { can } from '../../base/reading/access.js';
import { viewer, watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';
import { saveProfile } from '../requests.js';
import './agreed-parts.js';
import './version-list.js';

/** What a company gets, live, on its page: what counts today, what was agreed, and the way to agree on more. */
class CompanyProfile extends LightElement {
  static properties = {
    company: { attribute: false },
    page: { state: true },
    me: { state: true },
    said: { state: true },
  };

  async firstUpdated() {
    watchBeside(`profiles/${this.company.code}`, ({ page }) => page && (this.page = page));
    this.me = await viewer();
  }

  render() {
    return html`<section class="card company-part" aria-labelledby="company-profile">
      <div class="head">
        <h2 id="company-profile">${t('profile.title')}</h2>
        ${this.page && can(this.me, 'profiles.keep')
          ? html`<button class="quiet" data-action="agree" @click=${this.#agree}>${t('profile.agree')}</button>`
          : nothing}
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.page ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content() {
    const { today, versions, standing } = this.page;
    return html`${standing.counting === undefined
        ? html`<p>${t('profile.as-its-tier', { tier: t(`tier.${this.page.tier}`) })}</p>`
        : nothing}
      <details class="disclosure" ?open=${standing.counting !== undefined}>
        <summary>${t('profile.today')}</summary>
        <agreed-parts level="3" .today=${today} .known=${{}} .sources=${{ versions }}></agreed-parts>
      </details>
      ${versions.length > 0
        ? html`<h3>${t('profile.versions')}</h3>
            <version-list .versions=${versions} .counting=${standing.counting} .day=${standing.day}></version-list>`
        : nothing}`;
  }

  #agree = async () => {
    await import('./profile-form.js');
    const { company, versions, standing, tierToday } = this.page;
    const form = Object.assign(document.createElement('profile-form'), {
      title: t('profile.agree-with', { name: this.page.name }),
      newest: versions[0],
      usual: tierToday,
      day: standing.day,
      startedFrom: standing.version,
      save: (said, startedFrom) => saveProfile(company, said, startedFrom),
    });
    const saved = await inDialog(form, t('profile.agree'));
    if (saved) {
      this.said = t(`profile.saved.${saved.outcome}`, { version: saved.version });
    }
  };
}

customElements.define('company-profile', CompanyProfile);
