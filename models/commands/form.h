// How the alternatives of one command variant are called, read and written. A file for each group of them specialises
// Form and gives its forms away with MUNIMENT_COMMAND_FORMS.
#pragma once

#include "models/commands/command_forms.h"

#include <array>

namespace muniment::forms {

using In = CommandMembers&;
using Out = PayloadBuilder&;

/// How one command is called, read and written. Every alternative of every command variant has one.
template <class Command>
struct Form;

template <class Command>
struct BareForm {
    static Command read(In) { return {}; }

    static void write(Out, const Command&) {}
};

inline void put(Out json, const char* key, const std::string& value) {
    if (!value.empty())
        json.text(key, value);
}

inline void put(Out json, const char* key, const AggregateId& value) {
    put(json, key, value.text());
}

inline void put(Out json, const char* key, const std::optional<std::string>& value) {
    if (value)
        json.text(key, *value);
}

inline void put(Out json, const char* key, const std::optional<Instant>& value) {
    if (value)
        json.text(key, formatInstant(*value));
}

/// A bound that is taken away is written as an empty text.
inline void put(Out json, const char* key, const std::optional<std::optional<Instant>>& value) {
    if (value)
        json.text(key, *value ? formatInstant(**value) : std::string());
}

/// The forms of a variant's alternatives, in their order.
template <class Group>
struct Forms;

template <class... Commands>
struct Forms<std::variant<Commands...>> {
    [[nodiscard]] static std::span<const CommandForm> all() {
        static constexpr std::array<CommandForm, sizeof...(Commands)> kAll{
            {{Form<Commands>::kName,
              [](In in) { return AnyCommand(std::variant<Commands...>(Form<Commands>::read(in))); }}...}};
        return kAll;
    }

    static void write(Out out, const std::variant<Commands...>& group) {
        std::visit([out = &out](const auto& wish) { Form<std::decay_t<decltype(wish)>>::write(*out, wish); }, group);
    }
};

} // namespace muniment::forms

/// At the end of the file that specialises Form for every alternative of `Group`.
#define MUNIMENT_COMMAND_FORMS(Group)                                                                                  \
    std::span<const muniment::CommandForm> muniment::formsOf(const muniment::Group*) {                                 \
        return muniment::forms::Forms<muniment::Group>::all();                                                         \
    }                                                                                                                  \
    void muniment::writeMembers(muniment::PayloadBuilder& json, const muniment::Group& group) {                        \
        muniment::forms::Forms<muniment::Group>::write(json, group);                                                   \
    }
