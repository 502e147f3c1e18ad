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
    # Paths below the base directory are stored relative, so that two checkouts, or two build folders of one, share one
    # cache: it is the nearest folder above both source and build, unless that is the root.
    set(ccache_base ${CMAKE_SOURCE_DIR})
    cmake_path(IS_PREFIX ccache_base ${CMAKE_BINARY_DIR} is_above)
    while(NOT is_above)
        cmake_path(GET ccache_base PARENT_PATH ccache_base)
        cmake_path(IS_PREFIX ccache_base ${CMAKE_BINARY_DIR} is_above)
    endwhile()
    if(ccache_base STREQUAL "/")
        set(ccache_base ${CMAKE_SOURCE_DIR})
    endif()
    # The sloppiness is what precompiled headers need.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${ccache_base} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
    add_compile_options(-fpch-preprocess)
endif()
