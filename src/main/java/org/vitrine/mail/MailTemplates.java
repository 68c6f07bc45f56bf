package org.vitrine.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What mails say, in English and in Chinese: who reads them has not told us yet which of the two
 * they read.
 */
public final class MailTemplates {
  private final Supplier<URI> address;
  private final String manufacturer;

  /**
   * @param address where people reach us, for links
   */
  public MailTemplates(Supplier<URI> address, String manufacturer) {
    this.address = address;
    this.manufacturer = oneLine(manufacturer);
  }

  /** A mail's words. */
  record MailText(String subject, String text) {
    /** Never the text: a log must not have its link. */
    @Override
    public String toString() {
      return "Worded[" + subject + "]";
    }
  }

  MailText signIn(String name, String token) {
    return new MailText(
        "Sign in to %1$s / 登录%1$s".formatted(manufacturer),
        """
        Hello %1$s,

        open this link to sign in. It works once, for 15 minutes:
        %2$s

        If you did not ask for it, you need not do anything.

        ——

        %1$s，您好！

        请打开上面的链接登录。链接只能使用一次，15 分钟内有效。
        如果您没有要求登录，请忽略这封邮件。
        """
            .formatted(oneLine(name), enter(token)));
  }

  MailText invitation(String name, String token) {
    return new MailText(
        "%1$s invites you to look in / %1$s邀请您查看生产进度".formatted(manufacturer),
        """
        Hello %1$s,

        %3$s invites you to see how orders are coming along in production. This link lets you in;
        it works once, for seven days:
        %2$s

        Afterwards, ask for a new link with this e-mail address whenever you come back.

        ——

        %1$s，您好！

        %3$s邀请您实时查看订单的生产进度。请打开上面的链接进入；链接只能使用一次，七天内有效。
        以后再来时，用这个邮箱地址获取新的登录链接即可。
        """
            .formatted(oneLine(name), enter(token), manufacturer));
  }

  MailText secondFactorReset(String name) {
    return new MailText(
        "Your second factor was taken away / 您的第二重验证已被移除",
        """
        Hello %1$s,

        an administrator of %2$s has taken your second factor away and signed you out everywhere.
        If you asked for that, sign in and set up a new one on the page of your account:
        %3$s

        If you did not, tell them at once: somebody may be trying to sign in as you.

        ——

        %1$s，您好！

        %2$s的管理员已移除您的第二重验证，并将您从所有设备上退出登录。如果这是您要求的，请登录后在账户页面重新设置。
        如果不是，请立即告知他们：可能有人正试图以您的身份登录。
        """
            .formatted(oneLine(name), manufacturer, address.get() + "/account"));
  }

  MailText glassLinkAskedAgain(String name, String order) {
    return new MailText(
        "A new link to %1$s is asked for / 有人请求%1$s的新链接".formatted(oneLine(order)),
        """
        Hello %1$s,

        somebody who holds your link to order %2$s, which has ended, asks for a new one. If they
        should have one, make it on the page of the order:
        %3$s

        ——

        %1$s，您好！

        您分享的订单 %2$s 的链接已失效，持有人请求一个新的链接。如果同意，请在订单页面上重新生成。
        """
            .formatted(oneLine(name), oneLine(order), orderPage(order)));
  }

  /** Letters of every script may stand in an order's number, and not in an address. */
  private String orderPage(String order) {
    return address.get() + "/orders/" + URLEncoder.encode(order, StandardCharsets.UTF_8);
  }

  private String enter(String token) {
    return address.get() + "/enter#" + token;
  }

  /** A name must not break out of its line, least of all out of the subject. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }
}
