import { messages } from "../platform/i18n.ts";

export const signedOutWords = messages({
  en: {
    title: "You were signed out meanwhile",
    lead: "Nothing that you wrote is lost: it is on this page. It was not sent yet.",
    first: "Sign in. It opens a second window, and this one stays as it is.",
    signIn: "Sign in",
    second: "Then come back here and send it.",
    again: "Send it now",
    yours: "What you wrote",
  },
  es: {
    title: "Mientras tanto se cerró tu sesión",
    lead: "No se ha perdido nada de lo que escribiste: está en esta página. Aún no se ha enviado.",
    first: "Inicia sesión. Se abre otra ventana y esta se queda como está.",
    signIn: "Iniciar sesión",
    second: "Después vuelve aquí y envíalo.",
    again: "Enviarlo ahora",
    yours: "Lo que escribiste",
  },
  ar: {
    title: "انتهت جلسة دخولك في هذه الأثناء",
    lead: "لم يضع شيء مما كتبته: إنه في هذه الصفحة، ولم يُرسل بعد.",
    first: "سجّل الدخول. تُفتح نافذة ثانية، وتبقى هذه كما هي.",
    signIn: "تسجيل الدخول",
    second: "ثم عد إلى هنا وأرسله.",
    again: "إرساله الآن",
    yours: "ما كتبته",
  },
});
