# Compiler settings that hold for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(MUNIMENT_WERROR "Treat warnings as errors" ON)
set(MUNIMENT_SANITIZE "" CACHE STRING "Sanitizers for every target, as in -fsanitize=")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
                    -Wformat=2 -Winvalid-pch)
if(MUNIMENT_WERROR)
    add_compile_options(-Werror)
endif()
# GCC 12 reports false positives from inlined std::string code under these two when optimising or sanitising.
add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
# The optimiser's view of concatenated std::strings sets off these as well, and so do ThreadSanitizer's calls in it.
if(MUNIMENT_SANITIZE MATCHES "thread")
    add_compile_options(-Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow)
else()
    add_compile_options($<$<CONFIG:Release>:-Wno-array-bounds> $<$<CONFIG:Release>:-Wno-stringop-overread>
                        $<$<CONFIG:Release>:-Wno-stringop-overflow>)
endif()
if(MUNIMENT_SANITIZE)
    add_compile_options(-fsanitize=${MUNIMENT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${MUNIMENT_SANITIZE})
endif()

set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
if(MUNIMENT_SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Precompiled headers need these two; the base directory lets two checkouts share one cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
    add_compile_options(-fpch-preprocess)
endif()
