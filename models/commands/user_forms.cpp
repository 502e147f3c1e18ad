// Commands about users, what they prove themselves with, and their sessions, as lines of JSON have them.
#include "models/commands/form.h"

namespace muniment::forms {

template <>
struct Form<AddHuman> {
    static constexpr std::string_view kName = "user.human.add";

    static AddHuman read(In in) {
        return {in.text("userName"),           in.textOrEmpty("firstName"), in.textOrEmpty("lastName"),
                in.textOrEmpty("displayName"), in.textOrEmpty("email"),     in.textOrEmpty("phone")};
    }

    static void write(Out out, const AddHuman& command) {
        out.text("userName", command.userName);
        put(out, "firstName", command.firstName);
        put(out, "lastName", command.lastName);
        put(out, "displayName", command.displayName);
        put(out, "email", command.email);
        put(out, "phone", command.phone);
    }
};

template <>
struct Form<AddMachine> {
    static constexpr std::string_view kName = "user.machine.add";

    static AddMachine read(In in) {
        return {in.text("userName"), in.textOrEmpty("name"), in.textOrEmpty("description")};
    }

    static void write(Out out, const AddMachine& command) {
        out.text("userName", command.userName);
        put(out, "name", command.name);
        put(out, "description", command.description);
    }
};

template <>
struct Form<ChangeUserName> {
    static constexpr std::string_view kName = "user.username.change";

    static ChangeUserName read(In in) { return {in.text("userName")}; }

    static void write(Out out, const ChangeUserName& command) { out.text("userName", command.userName); }
};

template <>
struct Form<ChangeProfile> {
    static constexpr std::string_view kName = "user.profile.change";

    static ChangeProfile read(In in) {
        return {in.optionalText("firstName"), in.optionalText("lastName"), in.optionalText("displayName")};
    }

    static void write(Out out, const ChangeProfile& command) {
        put(out, "firstName", command.firstName);
        put(out, "lastName", command.lastName);
        put(out, "displayName", command.displayName);
    }
};

template <>
struct Form<ChangeEmail> {
    static constexpr std::string_view kName = "user.email.change";

    static ChangeEmail read(In in) { return {in.text("email")}; }

    static void write(Out out, const ChangeEmail& command) { out.text("email", command.email); }
};

template <>
struct Form<ChangePhone> {
    static constexpr std::string_view kName = "user.phone.change";

    static ChangePhone read(In in) { return {in.text("phone")}; }

    static void write(Out out, const ChangePhone& command) { out.text("phone", command.phone); }
};

template <>
struct Form<VerifyEmail> : BareForm<VerifyEmail> {
    static constexpr std::string_view kName = "user.email.verify";
};

template <>
struct Form<VerifyPhone> : BareForm<VerifyPhone> {
    static constexpr std::string_view kName = "user.phone.verify";
};

template <>
struct Form<RemovePhone> : BareForm<RemovePhone> {
    static constexpr std::string_view kName = "user.phone.remove";
};

template <>
struct Form<RequirePasswordChange> : BareForm<RequirePasswordChange> {
    static constexpr std::string_view kName = "user.password.require-change";
};

template <>
struct Form<LockUser> : BareForm<LockUser> {
    static constexpr std::string_view kName = "user.lock";
};

template <>
struct Form<UnlockUser> : BareForm<UnlockUser> {
    static constexpr std::string_view kName = "user.unlock";
};

template <>
struct Form<DeactivateUser> : BareForm<DeactivateUser> {
    static constexpr std::string_view kName = "user.deactivate";
};

template <>
struct Form<ReactivateUser> : BareForm<ReactivateUser> {
    static constexpr std::string_view kName = "user.reactivate";
};

template <>
struct Form<RemoveUser> : BareForm<RemoveUser> {
    static constexpr std::string_view kName = "user.remove";
};

template <>
struct Form<AddToken> {
    static constexpr std::string_view kName = "user.token.add";

    static AddToken read(In in) {
        return {in.text("tokenId"),     in.textOrEmpty("name"),           in.text("hash"),
                in.text("fingerprint"), in.optionalInstant("expiration"), in.texts("scopes")};
    }

    static void write(Out out, const AddToken& command) {
        out.text("tokenId", command.id).text("hash", command.hash).text("fingerprint", command.fingerprint);
        put(out, "name", command.name);
        put(out, "expiration", command.expiration);
        if (!command.scopes.empty())
            out.texts("scopes", command.scopes);
    }
};

template <>
struct Form<AddMachineKey> {
    static constexpr std::string_view kName = "user.key.add";

    static AddMachineKey read(In in) {
        return {in.text("keyId"), in.textOrEmpty("name"), in.text("publicKey"), in.text("fingerprint"),
                in.optionalInstant("expiration")};
    }

    static void write(Out out, const AddMachineKey& command) {
        out.text("keyId", command.id).text("publicKey", command.publicKey).text("fingerprint", command.fingerprint);
        put(out, "name", command.name);
        put(out, "expiration", command.expiration);
    }
};

template <>
struct Form<AddOtp> {
    static constexpr std::string_view kName = "user.otp.add";

    static AddOtp read(In in) { return {in.textOrEmpty("name")}; }

    static void write(Out out, const AddOtp& command) { put(out, "name", command.name); }
};

template <>
struct Form<RemoveCredential> {
    static constexpr std::string_view kName = "user.credential.remove";

    static RemoveCredential read(In in) {
        const std::string kind = in.text("kind");
        RemoveCredential command{{CredentialKind::Token, in.textOrEmpty("credentialId")}};
        for (const auto known :
             {CredentialKind::Token, CredentialKind::Key, CredentialKind::Otp, CredentialKind::Passkey}) {
            if (credentialKindName(known) == kind) {
                command.key.kind = known;
                return command;
            }
        }
        in.setWrong("kind", "it is token, key, otp or passkey");
        return command;
    }

    static void write(Out out, const RemoveCredential& command) {
        out.text("kind", credentialKindName(command.key.kind));
        put(out, "credentialId", command.key.id);
    }
};

template <>
struct Form<TerminateSession> : BareForm<TerminateSession> {
    static constexpr std::string_view kName = "session.terminate";
};

} // namespace muniment::forms

MUNIMENT_COMMAND_FORMS(UserCommand)
MUNIMENT_COMMAND_FORMS(CredentialCommand)
MUNIMENT_COMMAND_FORMS(SessionCommand)
