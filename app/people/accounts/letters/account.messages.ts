import { messages } from "../../../platform/i18n.ts";

export const accountLetterWords = messages({
  en: {
    signInSubject: "Your link to sign in",
    signInText: (minutes: number) => `You asked for a link to sign in. It works once, for the next ${minutes} minutes.`,
    signInAction: "Sign in",
    notYou: "If you did not ask for this, you can leave this letter alone: without it nobody gets in, and nothing changes.",
    passwordSubject: "A new password",
    passwordText: "You asked for a new password. The link below works once, for the next hour, and lets you choose one.",
    passwordAction: "Choose a new password",
    confirmSubject: "Is this your new address?",
    confirmText: (before: string) =>
      `The account with the address ${before} is to use this address from now on. Please confirm it within a day; you need to be signed in.`,
    confirmAction: "Confirm this address",
    confirmNote: "If you know nothing of this, somebody has mistyped an address. You can leave this letter alone, and nothing changes.",
    changedSubject: "Your address was changed",
    changedText: (address: string) => `Your account now uses the address ${address}. Letters go there, and you sign in with it.`,
    changedNote: "If this was not you, write to whoever runs this place straight away: they can see when it happened and help you back.",
    passwordChanged: {
      subject: "Your password was changed",
      text: "The password of your account was changed just now, and all other devices were signed out.",
    },
    secondFactorOn: {
      subject: "Your account now asks for a second factor",
      text: "From now on we ask for a code from your authenticator app when you sign in. Keep your backup codes where you will find them.",
    },
    secondFactorOff: {
      subject: "Your account no longer asks for a second factor",
      text: "The second factor of your account was switched off just now. You sign in without a code.",
    },
    notYouGuard: "If this was you, all is well. If it was not, choose a new password now: that signs everybody else out.",
  },
  es: {
    signInSubject: "Tu enlace para entrar",
    signInText: (minutes) => `Has pedido un enlace para entrar. Funciona una vez, durante los próximos ${minutes} minutos.`,
    signInAction: "Entrar",
    notYou: "Si no lo has pedido, puedes dejar esta carta sin más: sin ella nadie entra y nada cambia.",
    passwordSubject: "Una contraseña nueva",
    passwordText: "Has pedido una contraseña nueva. El enlace funciona una vez, durante la próxima hora, y te permite elegirla.",
    passwordAction: "Elegir una contraseña nueva",
    confirmSubject: "¿Es esta tu nueva dirección?",
    confirmText: (before) =>
      `La cuenta con la dirección ${before} usará esta dirección a partir de ahora. Confírmala en el plazo de un día; necesitas haber entrado en tu cuenta.`,
    confirmAction: "Confirmar esta dirección",
    confirmNote: "Si no sabes nada de esto, alguien ha escrito mal una dirección. Puedes dejar esta carta sin más y nada cambia.",
    changedSubject: "Tu dirección ha cambiado",
    changedText: (address) => `Tu cuenta usa ahora la dirección ${address}. Las cartas llegan allí y con ella entras.`,
    changedNote:
      "Si no has sido tú, escribe enseguida a quien administra este sitio: puede ver cuándo ocurrió y ayudarte a recuperar la cuenta.",
    passwordChanged: {
      subject: "Tu contraseña ha cambiado",
      text: "La contraseña de tu cuenta acaba de cambiar y se ha cerrado la sesión en los demás dispositivos.",
    },
    secondFactorOn: {
      subject: "Tu cuenta pide ahora un segundo factor",
      text: "A partir de ahora, al entrar te pediremos un código de tu aplicación de autenticación. Guarda los códigos de reserva donde los encuentres.",
    },
    secondFactorOff: {
      subject: "Tu cuenta ya no pide un segundo factor",
      text: "El segundo factor de tu cuenta se acaba de desactivar. Entras sin código.",
    },
    notYouGuard: "Si has sido tú, todo está bien. Si no, elige ahora una contraseña nueva: eso cierra la sesión de todos los demás.",
  },
  ar: {
    signInSubject: "رابط تسجيل الدخول",
    signInText: (minutes) => `طلبت رابطًا لتسجيل الدخول. يعمل الرابط مرة واحدة، وخلال ${minutes} دقيقة من الآن.`,
    signInAction: "تسجيل الدخول",
    notYou: "إن لم تطلب ذلك فيمكنك تجاهل هذه الرسالة: لا يدخل أحد بدونها ولا يتغير شيء.",
    passwordSubject: "كلمة مرور جديدة",
    passwordText: "طلبت كلمة مرور جديدة. يعمل الرابط أدناه مرة واحدة خلال الساعة القادمة، ويتيح لك اختيارها.",
    passwordAction: "اختيار كلمة مرور جديدة",
    confirmSubject: "هل هذا عنوانك الجديد؟",
    confirmText: (before) =>
      `الحساب ذو العنوان ${before} سيستخدم هذا العنوان من الآن فصاعدًا. يرجى تأكيده خلال يوم واحد؛ ويلزم أن تكون قد سجلت الدخول.`,
    confirmAction: "تأكيد هذا العنوان",
    confirmNote: "إن كنت لا تعلم شيئًا عن هذا فقد أخطأ أحدهم في كتابة عنوان. يمكنك تجاهل هذه الرسالة ولن يتغير شيء.",
    changedSubject: "تغيّر عنوانك",
    changedText: (address) => `يستخدم حسابك الآن العنوان ${address}. إليه تصل الرسائل وبه تسجل الدخول.`,
    changedNote: "إن لم تكن أنت من فعل ذلك فاكتب فورًا إلى من يدير هذا الموقع: يمكنه معرفة وقت حدوثه ومساعدتك على استعادة حسابك.",
    passwordChanged: {
      subject: "تغيّرت كلمة مرورك",
      text: "تغيّرت كلمة مرور حسابك للتو، وسُجّل الخروج من كل الأجهزة الأخرى.",
    },
    secondFactorOn: {
      subject: "حسابك يطلب الآن عاملًا ثانيًا",
      text: "من الآن فصاعدًا نطلب رمزًا من تطبيق المصادقة عند تسجيل الدخول. احتفظ بالرموز الاحتياطية حيث تجدها.",
    },
    secondFactorOff: {
      subject: "لم يعد حسابك يطلب عاملًا ثانيًا",
      text: "أُوقف العامل الثاني لحسابك للتو. تسجل الدخول بلا رمز.",
    },
    notYouGuard: "إن كنت أنت من فعل ذلك فكل شيء على ما يرام. وإن لم تكن أنت فاختر كلمة مرور جديدة الآن: هذا يُخرج كل من سواك.",
  },
});
